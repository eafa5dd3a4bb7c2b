using LiveQuality.Mining.Features;
using MathNet.Numerics.LinearAlgebra;

namespace LiveQuality.Mining.Models.Linear;

/// <summary>
/// Ridge regression (Hoerl and Kennard, 1970): minimises Σ (y - Xw - b)² + α |w|², in closed form: Cholesky of X'X + αI on centred rows. The intercept is not penalised.
/// </summary>
/// <param name="alpha">The price of large weights, above 0; 1 by default.</param>
internal sealed class RidgeRegression(double alpha = 1) : IRegressor
{
    /// <inheritdoc/>
    public string Kind => "ridge";

    /// <inheritdoc/>
    public IPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var rows = CentredRows.Of(features, targets);
        var normal = rows.Features.TransposeThisAndMultiply(rows.Features) + (alpha * Matrix<double>.Build.DenseIdentity(features.Columns));
        return rows.Predictor([.. normal.Cholesky().Solve(rows.Features.TransposeThisAndMultiply(rows.Targets))]);
    }
}
