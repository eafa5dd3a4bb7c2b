using System.Numerics.Tensors;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>
/// A network's forward pass in plain managed arithmetic. Each number is a chain of fused multiply-adds in one fixed order, whatever the processor and the
/// number of rows: the score of a row does not depend on the rows beside it.
/// </summary>
internal static class NetForward
{
    // Two layers of the widest net stay in the first-level cache.
    private const int BlockRows = 256;
    private const float Bound = 6;

    /// <summary>Scores rows.</summary>
    /// <param name="layout">Where the weights stand.</param>
    /// <param name="weights">[layout.Size].</param>
    /// <param name="rows">As wide as the layout says.</param>
    /// <returns>One score a row.</returns>
    public static float[] Score(NetLayout layout, ReadOnlySpan<float> weights, FeatureColumns rows)
    {
        var scores = new float[rows.Rows];
        var widest = layout.Hidden.Max(layer => layer.Outputs);
        var (front, back) = (new float[widest * BlockRows], new float[widest * BlockRows]);
        for (var start = 0; start < rows.Rows; start += BlockRows)
        {
            var count = Math.Min(BlockRows, rows.Rows - start);
            // The first layer reads whole columns, the others what the layer before left in blocks.
            var inputs = rows.Values[start..];
            var stride = rows.Rows;
            foreach (var layer in layout.Hidden)
            {
                Hidden(layer, weights, inputs, stride, back, count);
                (front, back) = (back, front);
                inputs = front;
                stride = BlockRows;
            }

            Output(layout, weights, inputs, scores.AsSpan(start, count));
        }

        return scores;
    }

    private static void Hidden(NetLayer layer, ReadOnlySpan<float> weights, ReadOnlySpan<float> inputs, int stride, Span<float> outputs, int count)
    {
        for (var unit = 0; unit < layer.Outputs; unit++)
        {
            var sum = outputs.Slice(unit * BlockRows, count);
            sum.Fill(weights[layer.Biases + unit]);
            AddProducts(weights.Slice(layer.Weights + (unit * layer.Inputs), layer.Inputs), inputs, stride, sum);
            TensorPrimitives.Max(sum, 0, sum);
            if (layer.IsBounded)
            {
                TensorPrimitives.Min(sum, Bound, sum);
            }
        }
    }

    private static void Output(NetLayout layout, ReadOnlySpan<float> weights, ReadOnlySpan<float> inputs, Span<float> scores)
    {
        var bias = 0f;
        foreach (var one in weights.Slice(layout.Output.Biases, layout.Branches))
        {
            bias += one;
        }

        scores.Fill(bias);
        AddProducts(weights.Slice(layout.Output.Weights, layout.Output.Inputs), inputs, BlockRows, scores);
        TensorPrimitives.Divide(scores, layout.Branches, scores);
    }

    private static void AddProducts(ReadOnlySpan<float> weights, ReadOnlySpan<float> inputs, int stride, Span<float> sums)
    {
        for (var input = 0; input < weights.Length; input++)
        {
            TensorPrimitives.FusedMultiplyAdd(inputs.Slice(input * stride, sums.Length), weights[input], sums, sums);
        }
    }
}
