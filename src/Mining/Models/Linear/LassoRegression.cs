using System.Numerics.Tensors;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Linear;

/// <summary>
/// Lasso (Tibshirani, 1996): minimises Σ (y - Xw - b)² / 2n + α Σ|w|, by cyclic coordinate descent on the Gram matrix (Friedman, Hastie and Tibshirani, "Regularization Paths for
/// Generalized Linear Models via Coordinate Descent", 2010, section 2). As in scikit-learn it stops when a pass has moved no weight by more than 1e-4 of the largest one and the duality
/// gap is below 1e-4 of the targets' sum of squares, or after 1,000 passes.
/// </summary>
/// <param name="alpha">The price of weights, above 0; 1 by default.</param>
/// <exception cref="ArgumentOutOfRangeException">The price is not above 0, or not finite.</exception>
internal sealed class LassoRegression(double alpha = 1) : IRegressor
{
    private const int MostPasses = 1000;
    private const double Tolerance = 1e-4;

    private readonly double _alpha = RegressorInput.CheckPrice(alpha);

    /// <inheritdoc/>
    public string Kind => "lasso";

    /// <inheritdoc/>
    public IPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var rows = new CentredRows(features, targets);
        var (gram, together) = rows.Products();
        var penalty = _alpha * rows.Rows;
        var squares = TensorPrimitives.SumOfSquares<double>(rows.Targets);
        var weights = new double[rows.Columns];
        for (var pass = 0; pass < MostPasses; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var moved = Descend(gram, together, weights, penalty);
            // The gap alone lets slow weights stop half-way.
            if (moved <= Tolerance * Math.Abs(TensorPrimitives.MaxMagnitude<double>(weights)) && Gap(gram, together, squares, weights, penalty) <= Tolerance * squares)
            {
                break;
            }
        }

        return rows.Predictor(weights);
    }

    // One pass: each weight to its best while the others stand still. Returns how far the farthest went.
    private static double Descend(double[] gram, double[] together, double[] weights, double penalty)
    {
        var moved = 0.0;
        for (var column = 0; column < weights.Length; column++)
        {
            var row = gram.AsSpan(column * weights.Length, weights.Length);
            var before = weights[column];
            var own = row[column];
            var rest = together[column] - TensorPrimitives.Dot<double>(row, weights) + (own * before);
            // A constant column is all zeros when centred, and weighs nothing.
            weights[column] = own > 0 ? Math.Sign(rest) * Math.Max(0, Math.Abs(rest) - penalty) / own : 0;
            moved = Math.Max(moved, Math.Abs(weights[column] - before));
        }

        return moved;
    }

    // Primal minus dual objective (times n) at the residual scaled into the dual's feasible set; 0 only at the optimum.
    private static double Gap(double[] gram, double[] together, double targetSquares, double[] weights, double penalty)
    {
        // The slope of each weight, X'(y - Xw).
        var slopes = new double[weights.Length];
        for (var column = 0; column < slopes.Length; column++)
        {
            slopes[column] = together[column] - TensorPrimitives.Dot<double>(gram.AsSpan(column * weights.Length, weights.Length), weights);
        }

        var residualTarget = targetSquares - TensorPrimitives.Dot<double>(weights, together);
        var residualSquares = Math.Max(0, residualTarget - TensorPrimitives.Dot<double>(weights, slopes));
        var steepest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(slopes));
        var scale = steepest > penalty ? penalty / steepest : 1;
        return (0.5 * residualSquares * (1 + (scale * scale))) + (penalty * TensorPrimitives.SumOfMagnitudes<double>(weights)) - (scale * residualTarget);
    }
}
