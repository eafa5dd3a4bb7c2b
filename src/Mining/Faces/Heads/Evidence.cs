using MathNet.Numerics;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Where a climb of the evidence ended.</summary>
/// <param name="NoisePrecision">α: 1 / variance of the noise.</param>
/// <param name="WeightPrecision">λ: 1 / variance of a weight before anything was seen.</param>
/// <param name="Weights">The posterior mean of the weights, one a direction of the basis.</param>
/// <param name="LogLikelihood">The log marginal likelihood there, priors of α and λ included (Bishop, "Pattern Recognition and Machine Learning", 3.86).</param>
internal sealed record Evidence(double NoisePrecision, double WeightPrecision, double[] Weights, double LogLikelihood)
{
    /// <summary>Most updates; scikit-learn's default.</summary>
    internal const int MostUpdates = 300;

    /// <summary>The climb ends when the weights of the columns move by less in sum; scikit-learn's default.</summary>
    internal const double Tolerance = 1e-3;

    // Shape and rate of the Gamma priors of α and λ.
    private const double Flat = 1e-6;

    /// <summary>MacKay's fixed point: γ = Σ αs²/(λ + αs²), λ = γ/|w|², α = (n - γ)/|y - Xw|².</summary>
    /// <param name="basis">Rows and targets.</param>
    /// <param name="start">Where λ starts, above 0; α starts at 1 / variance of the targets.</param>
    /// <param name="cancellationToken">Asked before each update.</param>
    public static Evidence Climb(RidgeBasis basis, double start, CancellationToken cancellationToken)
    {
        // The tiny number keeps constant targets from dividing by 0, as in scikit-learn.
        var (alpha, lambda) = (1 / ((basis.TargetSquare / basis.Rows) + Precision.PositiveDoublePrecision), start);
        double[]? previous = null;
        for (var update = 0; update < MostUpdates; update++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var weights = Posterior(basis, alpha, lambda);
            var gamma = 0.0;
            foreach (var square in basis.Squares)
            {
                gamma += alpha * square / (lambda + (alpha * square));
            }

            lambda = (gamma + (2 * Flat)) / (Square(weights) + (2 * Flat));
            alpha = (basis.Rows - gamma + (2 * Flat)) / (Residual(basis, weights) + (2 * Flat));
            if (previous is not null && Settled(basis, weights, previous))
            {
                break;
            }

            previous = weights;
        }

        var final = Posterior(basis, alpha, lambda);
        return new Evidence(alpha, lambda, final, LogMarginal(basis, alpha, lambda, final));
    }

    private static double[] Posterior(RidgeBasis basis, double alpha, double lambda)
    {
        var weights = new double[basis.Squares.Length];
        for (var direction = 0; direction < weights.Length; direction++)
        {
            weights[direction] = basis.Crossed[direction] / (basis.Squares[direction] + (lambda / alpha));
        }

        return weights;
    }

    // Σ|Δ| over columns. It is never below Δ's length, which no rotation changes: the far trip back to the columns is only made near the end.
    private static bool Settled(RidgeBasis basis, double[] weights, double[] previous)
    {
        double[] moved = [.. weights.Zip(previous, (one, other) => one - other)];
        return Math.Sqrt(Square(moved)) < Tolerance && basis.ToColumns(moved).Sum(Math.Abs) < Tolerance;
    }

    // |y - Xw|² = y'y - 2w'X'y + w'X'Xw.
    private static double Residual(RidgeBasis basis, double[] weights)
    {
        var residual = basis.TargetSquare;
        for (var direction = 0; direction < weights.Length; direction++)
        {
            residual -= weights[direction] * ((2 * basis.Crossed[direction]) - (weights[direction] * basis.Squares[direction]));
        }

        // A perfect fit may come out a rounding below 0.
        return Math.Max(residual, 0);
    }

    private static double LogMarginal(RidgeBasis basis, double alpha, double lambda, double[] weights)
    {
        var unseen = basis.Columns - basis.Squares.Length;
        var logDeterminant = basis.Squares.Sum(square => Math.Log(lambda + (alpha * square))) + (unseen * Math.Log(lambda));
        var priors = (Flat * (Math.Log(lambda) - lambda)) + (Flat * (Math.Log(alpha) - alpha));
        return priors + (0.5 * ((basis.Columns * Math.Log(lambda)) + (basis.Rows * Math.Log(alpha)) - (alpha * Residual(basis, weights))
            - (lambda * Square(weights)) - logDeterminant - (basis.Rows * Math.Log(2 * Math.PI))));
    }

    private static double Square(double[] values) => values.Sum(value => value * value);
}
