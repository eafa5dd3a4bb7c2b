using MathNet.Numerics.Statistics;

namespace LiveQuality.Mining.Faces.Evaluating;

/// <summary>How well predicted numbers or classes agree with true ones. NaN where a figure is not defined. Mean absolute and squared errors: <see cref="Evaluation.Errors"/>.</summary>
internal static class Agreement
{
    /// <summary>Pearson's correlation (1895), -1 to 1; NaN where one side never changes.</summary>
    /// <exception cref="ArgumentException">The sizes differ, or there are no rows.</exception>
    public static double Pearson(IReadOnlyList<double> predicted, IReadOnlyList<double> truth)
    {
        CheckSizes(predicted.Count, truth.Count);
        // Rounding may leave a hair above 1, or a hair of variance in a constant.
        return Changes(predicted) && Changes(truth) ? Math.Clamp(Correlation.Pearson(predicted, truth), -1, 1) : double.NaN;
    }

    /// <summary>The share of rows whose class is right.</summary>
    /// <exception cref="ArgumentException">The sizes differ, or there are no rows.</exception>
    public static double Accuracy(IReadOnlyList<int> predicted, IReadOnlyList<int> truth)
    {
        CheckSizes(predicted.Count, truth.Count);
        return truth.Zip(predicted).Count(pair => pair.First == pair.Second) / (double)truth.Count;
    }

    /// <summary>The mean over the classes that occur in the truth of the share of each that is found: macro-averaged recall, also called balanced accuracy.</summary>
    /// <exception cref="ArgumentException">The sizes differ, or there are no rows.</exception>
    public static double MeanRecall(IReadOnlyList<int> predicted, IReadOnlyList<int> truth)
    {
        CheckSizes(predicted.Count, truth.Count);
        return truth.Zip(predicted).GroupBy(pair => pair.First, pair => pair.First == pair.Second).OrderBy(own => own.Key)
            .Average(own => own.Count(right => right) / (double)own.Count());
    }

    /// <summary>
    /// Area under the ROC curve: how often a positive row has a higher score than a negative one, ties counted half, exactly (Hanley and McNeil, 1982; by ranks as
    /// Mann and Whitney's U). NaN where all rows are of one kind.
    /// </summary>
    /// <param name="scores">The higher the more positive.</param>
    /// <param name="positive">One entry a row.</param>
    /// <exception cref="ArgumentException">The sizes differ, or there are no rows.</exception>
    public static double Auc(IReadOnlyList<double> scores, IReadOnlyList<bool> positive)
    {
        CheckSizes(scores.Count, positive.Count);
        long negativesBelow = 0, twiceWins = 0;
        foreach (var tied in scores.Zip(positive).GroupBy(row => row.First, row => row.Second).OrderBy(tied => tied.Key))
        {
            long positives = tied.Count(isPositive => isPositive);
            var negatives = tied.Count() - positives;
            twiceWins += positives * ((2 * negativesBelow) + negatives);
            negativesBelow += negatives;
        }

        // 0 / 0 is NaN.
        return twiceWins / (2.0 * negativesBelow * (scores.Count - negativesBelow));
    }

    private static bool Changes(IReadOnlyList<double> values) => values.Any(value => value != values[0]);

    private static void CheckSizes(int predicted, int truth)
    {
        if (predicted == 0 || predicted != truth)
        {
            throw new ArgumentException($"{predicted} predictions for {truth} truths", nameof(predicted));
        }
    }
}
