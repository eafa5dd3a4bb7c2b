using LiveQuality.Mining.Faces.Detecting.Choosing;
using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Mining.Faces;

/// <summary>What is said of one picture.</summary>
/// <param name="Outcome">Whether a face was judged.</param>
/// <param name="Reason">Why not, in one word or line; null where one was.</param>
/// <param name="Quality">How well the face can be seen; null where there is none.</param>
/// <param name="Scores">What heads say; null where no face was judged.</param>
/// <param name="Embedding">128 numbers, or 640 with fr, of length 1: the smaller their distance the likelier two faces are of one person. Null where no face was judged.</param>
/// <param name="Models">Ids of all nets and heads that took part.</param>
/// <param name="ResearchOnly">Whether one of them learned from data that may be used for research only.</param>
public sealed record FaceAnalysis(
    FaceOutcome Outcome, string? Reason, FaceQuality? Quality, FaceScores? Scores, IReadOnlyList<float>? Embedding, IReadOnlyList<string> Models, bool ResearchOnly);
