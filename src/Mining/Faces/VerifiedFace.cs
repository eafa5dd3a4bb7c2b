namespace LiveQuality.Mining.Faces;

/// <summary>A face to compare.</summary>
/// <param name="Name">The picture, for people.</param>
/// <param name="Embedding">The identity vector, of length 1; null where there is no face to judge.</param>
/// <param name="Reason">Why there is none.</param>
/// <param name="Model">What looked, as <see cref="FaceAnalyzer.Version"/> says it: the nets come first, and the vector is theirs.</param>
public sealed record VerifiedFace(string Name, IReadOnlyList<float>? Embedding, string? Reason, string Model);
