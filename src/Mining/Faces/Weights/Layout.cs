namespace LiveQuality.Mining.Faces.Weights;

/// <summary>TensorFlow keeps channels last, ONNX (and TorchSharp) first.</summary>
internal static class Layout
{
    /// <summary>Filters of a convolution, height x width x in x out, as out x in x height x width.</summary>
    /// <param name="filters">Four sizes.</param>
    /// <param name="scale">A factor for each output channel, or null for none (folds a scale that follows the convolution).</param>
    public static PretrainedArray Filters(PretrainedArray filters, float[]? scale = null)
    {
        var (height, width, inputs, outputs) = Sizes(filters);
        var values = new float[filters.Values.Length];
        var at = 0;
        for (var cell = 0; cell < height * width; cell++)
        {
            for (var input = 0; input < inputs; input++)
            {
                for (var output = 0; output < outputs; output++)
                {
                    values[(((output * inputs) + input) * height * width) + cell] = filters.Values[at++] * (scale?[output] ?? 1);
                }
            }
        }

        return new PretrainedArray(filters.Name, [outputs, inputs, height, width], values);
    }

    /// <summary>Filters of a depthwise convolution, height x width x in x multiplier, as (in x multiplier) x 1 x height x width.</summary>
    public static PretrainedArray DepthwiseFilters(PretrainedArray filters)
    {
        // TensorFlow's output channel is in x multiplier + index, which is the order of the last two sizes read as one.
        var (height, width, inputs, multiplier) = Sizes(filters);
        return Filters(filters with { Shape = [height, width, 1, inputs * multiplier] });
    }

    private static (int Height, int Width, int Inputs, int Outputs) Sizes(PretrainedArray filters) => filters.Shape is [var height, var width, var inputs, var outputs]
        ? (height, width, inputs, outputs)
        : throw new ArgumentException($"{filters.Name} has {filters.Shape.Count} sizes, not 4", nameof(filters));
}
