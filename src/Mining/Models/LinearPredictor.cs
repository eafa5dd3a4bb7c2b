using System.Numerics.Tensors;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models;

/// <summary>A weighted sum of the columns.</summary>
/// <param name="weights">One number a column.</param>
/// <param name="intercept">What a row of zeros gets.</param>
internal sealed class LinearPredictor(double[] weights, double intercept) : IPredictor
{
    /// <inheritdoc/>
    public int Columns => weights.Length;

    /// <summary>One number a column.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>What a row of zeros gets.</summary>
    public double Intercept => intercept;

    /// <inheritdoc/>
    public double[] Predict(Matrix features)
    {
        RegressorInput.Check(features, weights.Length);
        var predicted = new double[features.Rows];
        for (var row = 0; row < predicted.Length; row++)
        {
            predicted[row] = TensorPrimitives.Dot(features.Row(row), weights) + intercept;
        }

        return predicted;
    }
}
