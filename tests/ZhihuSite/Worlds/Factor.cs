namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>The lower triangle L of a covariance matrix L·Lᵀ: turns independent normal scores into correlated ones.</summary>
internal sealed class Factor
{
    private const double Tolerance = 1e-9;
    private readonly double[][] _lower;

    private Factor(double[][] lower) => _lower = lower;

    /// <summary>Cholesky's factor of a positive semidefinite matrix; null where it is none.</summary>
    public static Factor? Of(double[][] matrix)
    {
        var lower = matrix.Select(row => new double[row.Length]).ToArray();
        for (var i = 0; i < matrix.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var left = matrix[i][j];
                for (var k = 0; k < j; k++)
                {
                    left -= lower[i][k] * lower[j][k];
                }

                if (i == j && left < -Tolerance)
                {
                    return null;
                }

                lower[i][j] = i == j ? Math.Sqrt(Math.Max(left, 0)) : lower[j][j] > Math.Sqrt(Tolerance) ? left / lower[j][j] : 0;
            }
        }

        return new Factor(lower);
    }

    public double[] Draw(Random chance)
    {
        var independent = _lower.Select(_ => chance.NextNormal()).ToArray();
        return [.. _lower.Select((row, i) => row.AsSpan(0, i + 1).Dot(independent))];
    }
}
