using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>
/// Multinomial logistic regression: minimises C Σ vᵢ H(qᵢ, softmax(W xᵢ + b)) + ½|W|², H the cross entropy, q a distribution over classes (one class, or the votes of many people),
/// v the weight of a row. The intercepts b are not penalised. As scikit-learn's LogisticRegression, which knows no soft targets. Rows of columns of about unit variance, as
/// <see cref="Whitening"/> gives them, are learnt from fastest.
/// </summary>
/// <param name="inversePenalty">C, above 0; 1 by default.</param>
internal sealed class SoftmaxRegression(double inversePenalty = 1)
{
    /// <summary>The name people and manifests use.</summary>
    public const string Name = "softmax-regression";

    /// <summary>Most steps of <see cref="Lbfgs"/>.</summary>
    internal const int MostSteps = 500;

    /// <summary>The training ends when no slope of the objective, divided by C Σ v, is steeper: about what sums of 32-bit products can still tell from 0.</summary>
    internal const double Flat = 1e-6;

    /// <summary>Learns.</summary>
    /// <param name="features">[rows, columns], every value finite.</param>
    /// <param name="targets">[rows, classes], each row at least 0 and with sum 1.</param>
    /// <param name="weights">One number a row, at least 0 and not all 0; all 1 where none are given.</param>
    /// <param name="progress">Hears of each step; the loss is the objective divided by C Σ v.</param>
    /// <param name="cancellationToken">Ends the training within one pass over the rows.</param>
    /// <exception cref="ArgumentException">There are no rows, the sizes differ, or a value is out of range; the message says which.</exception>
    public SoftmaxPredictor Fit(
        Matrix features, Matrix targets, IReadOnlyList<double>? weights, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        double[] shares = [.. weights ?? [.. Enumerable.Repeat(1.0, features.Rows)]];
        RegressorInput.Check(features, shares);
        Check(targets, shares);
        using var objective = new SoftmaxObjective(features, targets, shares, inversePenalty);
        var learnt = Lbfgs.Minimise(
            objective.Measure, new double[(features.Columns + 1) * targets.Columns], Flat, MostSteps, (step, loss) => progress?.Report(new FitProgress(step, MostSteps, loss)),
            cancellationToken);
        return SoftmaxPredictor.Of(learnt, targets.Columns);
    }

    private static void Check(Matrix targets, double[] weights)
    {
        if (targets.Rows != weights.Length)
        {
            throw new ArgumentException($"{targets.Rows} targets for {weights.Length} rows", nameof(targets));
        }

        if (weights.Any(weight => weight < 0) || weights.Sum() <= 0)
        {
            throw new ArgumentException("weights of rows must be 0 or more, and not all 0", nameof(weights));
        }

        for (var row = 0; row < targets.Rows; row++)
        {
            var sum = 0.0;
            foreach (var share in targets.Row(row))
            {
                sum += share >= 0 ? share : double.NaN;
            }

            if (!(Math.Abs(sum - 1) < 1e-6))
            {
                throw new ArgumentException($"the target of row {row} is no distribution", nameof(targets));
            }
        }
    }
}
