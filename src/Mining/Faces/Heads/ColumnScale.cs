using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Brings every column to mean 0 and standard deviation 1.</summary>
/// <param name="Means">What is taken off.</param>
/// <param name="Deviations">What it is divided by then, above 0.</param>
internal sealed record ColumnScale(IReadOnlyList<double> Means, IReadOnlyList<double> Deviations)
{
    // A column that hardly moves says nothing; it must not be blown up.
    private const double LeastDeviation = 1e-6;

    /// <summary>Learns from rows.</summary>
    public static ColumnScale Of(Matrix rows)
    {
        var (means, squares) = (new double[rows.Columns], new double[rows.Columns]);
        for (var row = 0; row < rows.Rows; row++)
        {
            var values = rows.Row(row);
            for (var column = 0; column < values.Length; column++)
            {
                means[column] += values[column] / rows.Rows;
                squares[column] += values[column] * values[column] / rows.Rows;
            }
        }

        return new ColumnScale(means, [.. squares.Zip(means, (square, mean) => Math.Sqrt(Math.Max(square - (mean * mean), 0)) + LeastDeviation)]);
    }

    /// <summary>Scales rows.</summary>
    public Matrix Apply(Matrix rows) => rows.Map((value, column) => (value - Means[column]) / Deviations[column]);
}
