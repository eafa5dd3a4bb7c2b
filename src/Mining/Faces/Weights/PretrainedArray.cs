namespace LiveQuality.Mining.Faces.Weights;

/// <summary>One array of a pretrained net, as stored (TensorFlow's order: height, width, in, out).</summary>
/// <param name="Name">Its name in the manifest.</param>
/// <param name="Shape">Sizes, outermost first.</param>
/// <param name="Values">Row-major.</param>
internal sealed record PretrainedArray(string Name, IReadOnlyList<int> Shape, float[] Values);
