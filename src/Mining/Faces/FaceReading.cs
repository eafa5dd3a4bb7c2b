using LiveQuality.Mining.Faces.Detecting.Choosing;
using LiveQuality.Mining.Faces.Embedding;

namespace LiveQuality.Mining.Faces;

/// <summary>What pretrained nets say of one picture.</summary>
/// <param name="Outcome">Whether there is a face to be judged.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Quality">How well it can be seen.</param>
/// <param name="Features">What the nets say.</param>
internal sealed record FaceReading(FaceOutcome Outcome, string? Reason, FaceQuality? Quality, FaceFeatures? Features);
