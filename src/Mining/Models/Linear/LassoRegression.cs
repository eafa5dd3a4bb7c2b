using LiveQuality.Mining.Features;
using MathNet.Numerics.LinearAlgebra;

namespace LiveQuality.Mining.Models.Linear;

/// <summary>
/// Lasso (Tibshirani, 1996): minimises Σ (y - Xw - b)² / 2n + α Σ|w|, by cyclic coordinate descent on the Gram matrix (Friedman, Hastie and Tibshirani, "Regularization Paths for
/// Generalized Linear Models via Coordinate Descent", 2010, section 2). It stops when the duality gap is below 1e-4 of the targets' sum of squares, as scikit-learn does, or after 1,000 passes.
/// </summary>
/// <param name="alpha">The price of weights, above 0; 1 by default.</param>
internal sealed class LassoRegression(double alpha = 1) : IRegressor
{
    private const int MostPasses = 1000;
    private const double Tolerance = 1e-4;

    /// <inheritdoc/>
    public string Kind => "lasso";

    /// <inheritdoc/>
    public IPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var rows = CentredRows.Of(features, targets);
        var gram = rows.Features.TransposeThisAndMultiply(rows.Features);
        var together = rows.Features.TransposeThisAndMultiply(rows.Targets);
        var penalty = alpha * features.Rows;
        var squares = rows.Targets.DotProduct(rows.Targets);
        var weights = Vector<double>.Build.Dense(features.Columns);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var column = 0; column < weights.Count; column++)
            {
                // A constant column is all zeros when centred, and weighs nothing.
                var own = gram[column, column];
                var rest = together[column] - gram.Row(column).DotProduct(weights) + (own * weights[column]);
                weights[column] = own > 0 ? Math.Sign(rest) * Math.Max(0, Math.Abs(rest) - penalty) / own : 0;
            }

            if (Gap(gram, together, squares, weights, penalty) <= Tolerance * squares)
            {
                break;
            }
        }

        return rows.Predictor([.. weights]);
    }

    // Primal minus dual objective (times n) at the residual scaled into the dual's feasible set; 0 only at the optimum.
    private static double Gap(Matrix<double> gram, Vector<double> together, double targetSquares, Vector<double> weights, double penalty)
    {
        var fitted = gram * weights;
        var residualSquares = Math.Max(0, targetSquares - (2 * weights.DotProduct(together)) + weights.DotProduct(fitted));
        var steepest = (together - fitted).AbsoluteMaximum();
        var scale = steepest > penalty ? penalty / steepest : 1;
        var residualTarget = targetSquares - weights.DotProduct(together);
        return (0.5 * residualSquares * (1 + (scale * scale))) + (penalty * weights.L1Norm()) - (scale * residualTarget);
    }
}
