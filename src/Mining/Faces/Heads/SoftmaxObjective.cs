using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using TorchSharp;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>
/// What <see cref="SoftmaxRegression"/> minimises, divided by C Σ v. The two products with the rows are in 32-bit floats on one thread, everything else in 64-bit ones. Parameters
/// lie class after class: the weights of the columns, then the intercept.
/// </summary>
internal sealed class SoftmaxObjective : IDisposable
{
    private readonly Tensor _rows;
    private readonly Matrix _targets;
    private readonly double[] _shares;
    private readonly double _penalty;

    /// <param name="features">[rows, columns], checked.</param>
    /// <param name="targets">[rows, classes], checked.</param>
    /// <param name="weights">One number a row, checked.</param>
    /// <param name="inversePenalty">C.</param>
    public SoftmaxObjective(Matrix features, Matrix targets, double[] weights, double inversePenalty)
    {
        var total = weights.Sum();
        _targets = targets;
        _shares = Array.ConvertAll(weights, weight => weight / total);
        _penalty = 1 / (inversePenalty * total);
        // A column of ones carries the intercepts.
        var width = features.Columns + 1;
        var values = new float[features.Rows * width];
        for (var row = 0; row < features.Rows; row++)
        {
            TensorPrimitives.ConvertTruncating(features.Row(row), values.AsSpan(row * width, width - 1));
            values[(row * width) + width - 1] = 1;
        }

        _rows = AlignedTensor.Of(values, features.Rows, width).DetachFromDisposeScope();
    }

    /// <summary>Value and gradient.</summary>
    public (double Value, double[] Gradient) Measure(double[] parameters)
    {
        // Holds for the calling thread only; with one thread sums always come in one order.
        torch.set_num_threads(1);
        using var fixedForNow = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var (classes, width) = (_targets.Columns, parameters.Length / _targets.Columns);
        var weights = AlignedTensor.Of(Array.ConvertAll(parameters, value => (float)value), classes, width);     // [classes, columns + 1]
        var scores = _rows.mm(weights.t()).data<float>().ToArray();                                          // [rows, classes]
        var value = Errors(scores);
        // What was scores is now the slope of the value by each score.
        var slopes = AlignedTensor.Of(scores, _targets.Rows, classes);                                           // [rows, classes]
        var gradient = Array.ConvertAll(slopes.t().mm(_rows).data<float>().ToArray(), slope => (double)slope);
        for (var i = 0; i < parameters.Length; i++)
        {
            if ((i + 1) % width != 0)
            {
                value += 0.5 * _penalty * parameters[i] * parameters[i];
                gradient[i] += _penalty * parameters[i];
            }
        }

        return (value, gradient);
    }

    public void Dispose() => _rows.Dispose();

    // Returns Σ v H(q, p) and leaves v (p - q) in the place of the scores.
    private double Errors(float[] scores)
    {
        var value = 0.0;
        var classes = _targets.Columns;
        var probabilities = new double[classes];
        for (var row = 0; row < _targets.Rows; row++)
        {
            var own = scores.AsSpan(row * classes, classes);
            var target = _targets.Row(row);
            var normaliser = Softmax.Of(own, probabilities);
            for (var at = 0; at < classes; at++)
            {
                value += _shares[row] * target[at] * (normaliser - own[at]);
                own[at] = (float)(_shares[row] * (probabilities[at] - target[at]));
            }
        }

        return value;
    }
}
