using LiveQuality.Mining.Features;
using MathNet.Numerics.LinearAlgebra;

namespace LiveQuality.Mining.Models.Linear;

/// <summary>
/// Ridge regression (Hoerl and Kennard, 1970): minimises Σ (y - Xw - b)² + α |w|², in closed form: Cholesky of X'X + αI on centred rows. The intercept is not penalised.
/// </summary>
/// <param name="alpha">The price of large weights, above 0; 1 by default.</param>
/// <exception cref="ArgumentOutOfRangeException">The price is not above 0, or not finite.</exception>
internal sealed class RidgeRegression(double alpha = 1) : IRegressor
{
    private readonly double _alpha = RegressorInput.CheckPrice(alpha);

    /// <inheritdoc/>
    public string Kind => "ridge";

    /// <inheritdoc/>
    public IPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var rows = new CentredRows(features, targets);
        var (gram, together) = rows.Products();
        for (var column = 0; column < rows.Columns; column++)
        {
            gram[(column * rows.Columns) + column] += _alpha;
        }

        var normal = Matrix<double>.Build.Dense(rows.Columns, rows.Columns, gram);
        return rows.Predictor([.. normal.Cholesky().Solve(Vector<double>.Build.Dense(together))]);
    }
}
