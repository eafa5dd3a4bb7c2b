namespace LiveQuality.Mining.Faces.Networks;

/// <summary>Three rows of a batch.</summary>
/// <param name="Anchor">A face.</param>
/// <param name="Positive">Another face of the same person.</param>
/// <param name="Negative">A face of somebody else.</param>
internal readonly record struct Triplet(int Anchor, int Positive, int Negative);
