using LiveQuality.Mining.Faces;
using LiveQuality.Mining.Faces.Detecting.Choosing;
using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Worker.Steps.Faces;

/// <summary>What was said of pictures.</summary>
/// <param name="Models">Ids of all nets and heads that took part.</param>
/// <param name="ResearchOnly">Whether one of them may be used for research only.</param>
/// <param name="Items">One a picture, in the order of the command line, files of a folder by name.</param>
internal sealed record AnalyzeReport(IReadOnlyList<string> Models, bool ResearchOnly, IReadOnlyList<AnalyzedFile> Items)
{
    /// <summary>Whether some were no pictures, in one line; null where all were.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Problem => Items.Where(item => item.Outcome == FaceOutcome.Refused).ToArray() is [var first, ..] refused
        ? $"{refused.Length} of {Items.Count} files refused; the first: {first.File}: {first.Reason}"
        : null;
}

/// <summary>What was said of one picture.</summary>
/// <param name="File">Its path.</param>
/// <param name="Outcome">Whether a face was judged.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Quality">How well the face can be seen.</param>
/// <param name="Scores">What heads say.</param>
/// <param name="Embedding">The identity vector.</param>
internal sealed record AnalyzedFile(string File, FaceOutcome Outcome, string? Reason, FaceQuality? Quality, FaceScores? Scores, IReadOnlyList<float>? Embedding);
