using System.Numerics.Tensors;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Linear;

/// <summary>Rows and targets around their means, so that a linear model's intercept drops out of its equations. They lie column after column: all sums then run along memory.</summary>
internal sealed class CentredRows
{
    private readonly double[] _values;
    private readonly double[] _means;
    private readonly double _targetMean;

    /// <summary>Centres.</summary>
    public CentredRows(Matrix features, IReadOnlyList<double> targets)
    {
        RegressorInput.Check(features, targets);
        (Rows, Columns) = (features.Rows, features.Columns);
        (_values, _means) = (new double[Rows * Columns], new double[Columns]);
        for (var column = 0; column < Columns; column++)
        {
            features.Column(column).CopyTo(Column(column));
            _means[column] = Centre(Column(column));
        }

        Targets = [.. targets];
        _targetMean = Centre(Targets);
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>[rows], mean 0; may be overwritten.</summary>
    public double[] Targets { get; }

    /// <summary>[rows], mean 0; may be overwritten.</summary>
    public Span<double> Column(int column) => _values.AsSpan(column * Rows, Rows);

    /// <summary>X'X, [columns, columns], row after row (or column after column: it is symmetric), and X'y, [columns].</summary>
    public (double[] Gram, double[] Together) Products()
    {
        var (gram, together) = (new double[Columns * Columns], new double[Columns]);
        for (var column = 0; column < Columns; column++)
        {
            together[column] = TensorPrimitives.Dot<double>(Column(column), Targets);
            for (var other = 0; other <= column; other++)
            {
                gram[(column * Columns) + other] = gram[(other * Columns) + column] = TensorPrimitives.Dot<double>(Column(column), Column(other));
            }
        }

        return (gram, together);
    }

    /// <summary>The predictor of the given weights, with the intercept that makes residuals 0 on average.</summary>
    public LinearPredictor Predictor(double[] weights) => new(weights, _targetMean - TensorPrimitives.Dot<double>(weights, _means));

    private static double Centre(Span<double> values)
    {
        var mean = TensorPrimitives.Sum<double>(values) / values.Length;
        TensorPrimitives.Subtract(values, mean, values);
        return mean;
    }
}
