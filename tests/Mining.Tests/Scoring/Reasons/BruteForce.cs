using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Tests.Scoring.Reasons;

/// <summary>Shapley values by their definition, over all sets of columns.</summary>
internal static class BruteForce
{
    public static double[] Shapley(IPredictor model, ReadOnlySpan<double> row, double[] baseline)
    {
        var columns = row.Length;
        var mixtures = new Matrix(1 << columns, columns);
        for (var set = 0; set < mixtures.Rows; set++)
        {
            for (var column = 0; column < columns; column++)
            {
                mixtures[set, column] = (set >> column & 1) == 1 ? row[column] : baseline[column];
            }
        }

        var values = model.Predict(mixtures);
        var points = new double[columns];
        for (var set = 0; set < values.Length; set++)
        {
            for (var column = 0; column < columns; column++)
            {
                if ((set >> column & 1) == 0)
                {
                    var size = int.PopCount(set);
                    points[column] += Factorial(size) * Factorial(columns - size - 1) / Factorial(columns) * (values[set | 1 << column] - values[set]);
                }
            }
        }

        return points;
    }

    private static double Factorial(int number) => Enumerable.Range(1, number).Aggregate(1.0, (product, factor) => product * factor);
}
