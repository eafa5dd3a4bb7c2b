namespace LiveQuality.Mining.Evaluation;

/// <summary>
/// 95 % percentile intervals of differences between models on the same rows (Efron and Tibshirani, "An Introduction to the Bootstrap", chapter 13). Whole groups are drawn, since
/// the lives of one speaker are alike; every model sees the same draws.
/// </summary>
/// <param name="groups">The group of each row.</param>
/// <param name="seed">Sets the draws.</param>
internal sealed class PairedBootstrap(IReadOnlyList<string> groups, int seed)
{
    /// <summary>Draws.</summary>
    public const int Resamples = 10_000;

    private const double Tail = 0.025;

    /// <summary>Compares models with the first of them.</summary>
    /// <param name="errors">The absolute and squared error of each row, a model each; at least one model.</param>
    /// <returns>One entry a model but the first: its MAE and RMSE minus the first one's, with intervals.</returns>
    public IReadOnlyList<(Interval Mae, Interval Rmse)> AgainstFirst(IReadOnlyList<RowErrors> errors)
    {
        int[][] rows = [.. groups.Select((group, row) => (group, row)).GroupBy(pair => pair.group, pair => pair.row, StringComparer.Ordinal).Select(group => group.ToArray())];
        int[] sizes = [.. rows.Select(group => group.Length)];
        var sums = errors.Select(model => rows.Select(group => (Absolute: group.Sum(row => model.Absolute[row]), Squared: group.Sum(row => model.Squared[row]))).ToArray()).ToArray();
        var chance = new Random(seed);
        var resampled = new (double Mae, double Rmse)[Resamples][];
        for (var resample = 0; resample < Resamples; resample++)
        {
            var drawn = new int[rows.Length];
            for (var i = 0; i < drawn.Length; i++)
            {
                drawn[chance.Next(drawn.Length)]++;
            }

            resampled[resample] = Differences(sums, sizes, drawn);
        }

        return [.. Differences(sums, sizes, [.. sizes.Select(_ => 1)]).Select((difference, model) => (
            Around(difference.Mae, [.. resampled.Select(differences => differences[model].Mae)]),
            Around(difference.Rmse, [.. resampled.Select(differences => differences[model].Rmse)])))];
    }

    // Of each model but the first to the first, with every group as often as it was drawn.
    private static (double Mae, double Rmse)[] Differences((double Absolute, double Squared)[][] sums, int[] sizes, int[] drawn)
    {
        var count = sizes.Zip(drawn, (size, times) => (double)times * size).Sum();
        var errors = Array.ConvertAll(sums, model =>
        {
            double absolute = 0, squared = 0;
            for (var group = 0; group < drawn.Length; group++)
            {
                absolute += drawn[group] * model[group].Absolute;
                squared += drawn[group] * model[group].Squared;
            }

            return (Mae: absolute / count, Rmse: Math.Sqrt(squared / count));
        });
        return Array.ConvertAll(errors[1..], other => (other.Mae - errors[0].Mae, other.Rmse - errors[0].Rmse));
    }

    private static Interval Around(double value, double[] resampled)
    {
        Array.Sort(resampled);
        return new Interval(value, resampled[(int)(Tail * Resamples)], resampled[(int)((1 - Tail) * Resamples) - 1]);
    }
}
