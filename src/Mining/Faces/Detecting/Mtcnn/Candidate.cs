namespace LiveQuality.Mining.Faces.Detecting.Mtcnn;

/// <summary>A rectangle that a stage takes for a face.</summary>
/// <param name="Seen">The rectangle that the net has seen.</param>
/// <param name="Box">Where the net says the face is.</param>
/// <param name="Score">How sure it is, 0..1.</param>
internal readonly record struct Candidate(FaceBox Seen, FaceBox Box, double Score);
