using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Linear;

/// <summary>
/// Ordinary least squares: minimises Σ (y - Xw - b)², by singular value decomposition. Where columns depend on each other (<c>amount</c> is 100 times <c>original_price</c>) the
/// shortest w of all that minimise is taken (Golub and Van Loan, "Matrix Computations", 5.5.2).
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
        var rows = CentredRows.Of(features, targets);
        // R of QR has the singular values and right vectors of X, and is small.
        var (small, right) = rows.Features.RowCount >= rows.Features.ColumnCount && rows.Features.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin) is var qr
            ? (qr.R, qr.Q.TransposeThisAndMultiply(rows.Targets))
            : (rows.Features, rows.Targets);
        var svd = small.Svd(computeVectors: true);
        var coordinates = svd.U.TransposeThisAndMultiply(right);
        var scaled = svd.S.MapIndexed((i, singular) => singular > RankTolerance * svd.S[0] ? coordinates[i] / singular : 0);
        return rows.Predictor([.. svd.VT.SubMatrix(0, scaled.Count, 0, svd.VT.ColumnCount).TransposeThisAndMultiply(scaled)]);
    }
}
