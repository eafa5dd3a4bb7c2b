namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>Linear regression by the normal equations; a little ridge keeps columns that say the same from fighting.</summary>
internal static class LeastSquares
{
    private const double Ridge = 0.005;

    /// <summary>Coefficients that predict y, the constant first.</summary>
    /// <param name="rows">Predictors.</param>
    /// <param name="y">One value a row.</param>
    public static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<double> y)
    {
        var size = rows[0].Length + 1;
        var system = Enumerable.Range(0, size).Select(_ => new double[size + 1]).ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            double[] x = [1, .. rows[row], y[row]];
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j <= size; j++)
                {
                    system[i][j] += x[i] * x[j];
                }
            }
        }

        for (var i = 1; i < size; i++)
        {
            system[i][i] += Ridge * rows.Count;
        }

        // Positive definite: Gauss and Jordan need no pivoting.
        for (var i = 0; i < size; i++)
        {
            for (var other = 0; other < size; other++)
            {
                var factor = other == i ? 0 : system[other][i] / system[i][i];
                for (var j = i; j <= size; j++)
                {
                    system[other][j] -= factor * system[i][j];
                }
            }
        }

        return [.. system.Select((row, i) => row[size] / row[i])];
    }
}
