using LiveQuality.Mining.Evaluation;

namespace LiveQuality.Mining.Faces.Evaluating;

/// <summary>
/// 95 % percentile interval of one figure over rows (Efron and Tibshirani, "An Introduction to the Bootstrap", chapter 13). Differences between models: <see cref="PairedBootstrap"/>.
/// </summary>
internal static class Bootstrap
{
    /// <summary>Draws.</summary>
    public const int Resamples = 1_000;

    private const double Tail = 0.025;

    /// <summary>Measures all rows, then as many rows drawn with replacement again and again.</summary>
    /// <param name="rows">How many there are, 1 or more.</param>
    /// <param name="metric">A figure of the given row numbers; NaN where it is not defined, and such draws do not count.</param>
    /// <param name="seed">Sets the draws.</param>
    /// <returns>NaN bounds where no draw counted.</returns>
    public static Interval Around(int rows, Func<IReadOnlyList<int>, double> metric, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        var chance = new Random(seed);
        var resampled = new List<double>(Resamples);
        var drawn = new int[rows];
        for (var resample = 0; resample < Resamples; resample++)
        {
            for (var i = 0; i < rows; i++)
            {
                drawn[i] = chance.Next(rows);
            }

            if (metric(drawn) is var value && !double.IsNaN(value))
            {
                resampled.Add(value);
            }
        }

        resampled.Sort();
        return new Interval(metric([.. Enumerable.Range(0, rows)]), At(resampled, Tail), At(resampled, 1 - Tail));
    }

    // The value that this share of the draws does not exceed.
    private static double At(List<double> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
}
