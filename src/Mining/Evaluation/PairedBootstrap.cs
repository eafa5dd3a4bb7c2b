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
        var rows = groups.Select((group, row) => (group, row)).GroupBy(pair => pair.group, pair => pair.row, StringComparer.Ordinal).Select(group => group.ToArray()).ToArray();
        var sums = errors.Select(model => rows.Select(group => (Absolute: group.Sum(row => model.Absolute[row]), Squared: group.Sum(row => model.Squared[row]))).ToArray()).ToArray();
        var resampled = Enumerable.Range(1, errors.Count - 1).Select(_ => (Mae: new double[Resamples], Rmse: new double[Resamples])).ToArray();
        var chance = new Random(seed);
        var drawn = new int[rows.Length];
        for (var resample = 0; resample < Resamples; resample++)
        {
            Array.Clear(drawn);
            for (var i = 0; i < drawn.Length; i++)
            {
                drawn[chance.Next(drawn.Length)]++;
            }

            Differences(sums, drawn, rows, (model, mae, rmse) => (resampled[model - 1].Mae[resample], resampled[model - 1].Rmse[resample]) = (mae, rmse));
        }

        var intervals = new (Interval, Interval)[errors.Count - 1];
        Array.Fill(drawn, 1);
        Differences(sums, drawn, rows, (model, mae, rmse) => intervals[model - 1] = (Around(mae, resampled[model - 1].Mae), Around(rmse, resampled[model - 1].Rmse)));
        return intervals;
    }

    private static void Differences((double Absolute, double Squared)[][] sums, int[] drawn, int[][] rows, Action<int, double, double> take)
    {
        var count = 0.0;
        for (var group = 0; group < rows.Length; group++)
        {
            count += (double)drawn[group] * rows[group].Length;
        }

        var (mae, rmse) = (0.0, 0.0);
        for (var model = 0; model < sums.Length; model++)
        {
            double absolute = 0, squared = 0;
            for (var group = 0; group < rows.Length; group++)
            {
                absolute += drawn[group] * sums[model][group].Absolute;
                squared += drawn[group] * sums[model][group].Squared;
            }

            if (model == 0)
            {
                (mae, rmse) = (absolute / count, Math.Sqrt(squared / count));
            }
            else
            {
                take(model, (absolute / count) - mae, Math.Sqrt(squared / count) - rmse);
            }
        }
    }

    private static Interval Around(double value, double[] resampled)
    {
        Array.Sort(resampled);
        return new Interval(value, resampled[(int)(Tail * Resamples)], resampled[(int)((1 - Tail) * Resamples) - 1]);
    }
}
