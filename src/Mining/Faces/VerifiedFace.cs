namespace LiveQuality.Mining.Faces;

/// <summary>A face to compare.</summary>
/// <param name="Name">The picture, for people.</param>
/// <param name="Embedding">The identity vector, of length 1; null where there is no face to judge.</param>
/// <param name="Reason">Why there is none.</param>
public sealed record VerifiedFace(string Name, IReadOnlyList<float>? Embedding, string? Reason);
