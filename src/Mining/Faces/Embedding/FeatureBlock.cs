namespace LiveQuality.Mining.Faces.Embedding;

/// <summary>One kind of numbers that a net says of a face.</summary>
/// <param name="Name">For example <c>dlib-descriptor</c>.</param>
/// <param name="Length">How many numbers.</param>
internal sealed record FeatureBlock(string Name, int Length);
