namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>Makes what moments give, which need not be a covariance matrix, into one.</summary>
internal static class Covariance
{
    private const double SmallestEigenvalue = 1e-3;
    private const int Sweeps = 60;

    /// <summary>The matrix with its negative eigenvalues raised and its diagonal as it was: near the given one, and positive definite.</summary>
    /// <param name="matrix">Symmetric, with a diagonal of zeros or positive numbers.</param>
    public static double[][] Repaired(double[][] matrix)
    {
        var size = matrix.Length;
        var (values, vectors) = Eigen(matrix);
        var raised = matrix.Select(row => new double[size]).ToArray();
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                for (var k = 0; k < size; k++)
                {
                    raised[i][j] += vectors[i][k] * Math.Max(values[k], SmallestEigenvalue) * vectors[j][k];
                }
            }
        }

        return [.. raised.Select((row, i) => row.Select((value, j) =>
            Math.Round(value * Math.Sqrt(matrix[i][i] * matrix[j][j] / (raised[i][i] * raised[j][j])), 4)).ToArray())];
    }

    // Jacobi's rotations: each makes one pair of off-diagonal elements zero.
    private static (double[] Values, double[][] Vectors) Eigen(double[][] matrix)
    {
        var size = matrix.Length;
        var a = matrix.Select(row => row.ToArray()).ToArray();
        var vectors = Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => i == j ? 1.0 : 0.0).ToArray()).ToArray();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    var angle = 0.5 * Math.Atan2(2 * a[p][q], a[q][q] - a[p][p]);
                    var (sin, cos) = Math.SinCos(angle);
                    for (var k = 0; k < size; k++)
                    {
                        (a[k][p], a[k][q]) = ((cos * a[k][p]) - (sin * a[k][q]), (sin * a[k][p]) + (cos * a[k][q]));
                    }

                    for (var k = 0; k < size; k++)
                    {
                        (a[p][k], a[q][k]) = ((cos * a[p][k]) - (sin * a[q][k]), (sin * a[p][k]) + (cos * a[q][k]));
                        (vectors[k][p], vectors[k][q]) = ((cos * vectors[k][p]) - (sin * vectors[k][q]), (sin * vectors[k][p]) + (cos * vectors[k][q]));
                    }
                }
            }
        }

        return ([.. a.Select((row, i) => row[i])], vectors);
    }
}
