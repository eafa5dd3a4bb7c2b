namespace LiveQuality.Mining.Faces.Weights;

/// <summary>A setting of a node, named as the operator's page in the ONNX standard has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">An int, an array of ints or a string.</param>
internal sealed record OnnxAttribute(string Name, object Value)
{
    /// <summary>Several whole numbers, for example the strides of a convolution.</summary>
    public static OnnxAttribute Numbers(string name, params int[] values) => new(name, values);
}
