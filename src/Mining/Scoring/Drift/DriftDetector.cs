using LiveQuality.Mining.Study.Analysis;

namespace LiveQuality.Mining.Scoring.Drift;

/// <summary>
/// Compares what has come since with what was learnt from, column by column, and says what chance would do: the same rows are arranged at random into before and after many times
/// (<see cref="Exchange"/>), and the real arrangement must stand out among those.
/// </summary>
/// <param name="seed">Sets the arrangements.</param>
/// <param name="arrangements">How many, 99 or more; more make p-values finer, not false alarms fewer.</param>
internal sealed class DriftDetector(int seed, int arrangements = DriftDetector.DefaultArrangements)
{
    /// <summary>The smallest p-value is then 0.001.</summary>
    public const int DefaultArrangements = 999;

    private const int LeastArrangements = 99;
    private const double Median = 0.5;

    /// <summary>Looks for drift.</summary>
    /// <param name="columns">Names of the features.</param>
    /// <param name="categories">Those whose numbers are names, for example <c>tag_id</c>.</param>
    /// <param name="before">What was learnt from, at least one row.</param>
    /// <param name="after">What has come since, at least one row. Let a live's age be the same on both sides: a live of yesterday has fewer reviews than the same live next month.</param>
    /// <param name="cancellationToken">Ends it within one arrangement.</param>
    /// <exception cref="ArgumentException">Sizes differ or are too small.</exception>
    public DriftReport Compare(
        IReadOnlyList<string> columns, IReadOnlySet<string> categories, DriftRows before, DriftRows after, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(arrangements, LeastArrangements);
        Check(columns, before);
        Check(columns, after);
        var pooled = Pooled(columns, before, after);
        var measures = pooled.Select(column => categories.Contains(column.Name) ? (ColumnStatistic)new CategoryStatistic(column.Values) : new NumberStatistic(column.Values)).ToArray();
        var exchange = new Exchange([.. before.Speakers, .. after.Speakers], before.Speakers.Count);
        var canAlarm = exchange.LogArrangements >= Math.Log(LeastArrangements + 1) - 1e-9;
        var statistics = Measure(measures, exchange, cancellationToken);
        var calibration = new DriftCalibration(statistics);
        ColumnDrift[] drifts =
        [
            .. Enumerable.Range(0, pooled.Length).OrderBy(calibration.PValue).ThenByDescending(calibration.Height).Select(number =>
                Describe(pooled[number], before.Scores.Count, categories.Contains(pooled[number].Name), statistics[number], calibration, number)),
        ];
        return new DriftReport(
            drifts[0].Alarm, drifts[0].FamilyPValue, canAlarm, before.Scores.Count, after.Scores.Count, Speakers(before), Speakers(after), drifts);
    }

    private double[][] Measure(ColumnStatistic[] measures, Exchange exchange, CancellationToken cancellationToken)
    {
        var statistics = Array.ConvertAll(measures, _ => new double[arrangements + 1]);
        var chance = new Random(seed);
        for (var arrangement = 0; arrangement <= arrangements; arrangement++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var column = 0; column < measures.Length; column++)
            {
                // As a float: two ways to the same distance may differ in the last bits of a double, and equal distances must be seen to be equal.
                statistics[column][arrangement] = (float)measures[column].Of(exchange.Side);
            }

            exchange.Draw(chance);
        }

        return statistics;
    }

    private static ColumnDrift Describe(
        (string Name, double[] Values) column, int before, bool isCategory, double[] statistics, DriftCalibration calibration, int number)
    {
        var family = calibration.FamilyPValue(number);
        var (first, later) = (column.Values[..before], column.Values[before..]);
        return new ColumnDrift(
            column.Name,
            statistics[0],
            DriftCalibration.Threshold(statistics),
            calibration.PValue(number),
            family,
            DriftCalibration.IsAlarm(family),
            isCategory ? null : MedianOf(first),
            isCategory ? null : MedianOf(later),
            first.Count(double.IsNaN) / (double)first.Length,
            later.Count(double.IsNaN) / (double)later.Length);
    }

    private static double? MedianOf(double[] values)
    {
        double[] known = [.. values.Where(value => !double.IsNaN(value)).Order()];
        return known.Length == 0 ? null : ColumnStatistics.Quantile(known, Median);
    }

    private static (string Name, double[] Values)[] Pooled(IReadOnlyList<string> columns, DriftRows before, DriftRows after) =>
    [
        .. columns.Select((name, column) => (name, (double[])[.. before.Features.Column(column), .. after.Features.Column(column)])),
        (DriftReport.ScoreColumn, [.. before.Scores, .. after.Scores]),
    ];

    private static int Speakers(DriftRows rows) => rows.Speakers.Distinct(StringComparer.Ordinal).Count();

    private static void Check(IReadOnlyList<string> columns, DriftRows rows)
    {
        if (rows.Scores.Count == 0 || rows.Features.Rows != rows.Scores.Count || rows.Speakers.Count != rows.Scores.Count || rows.Features.Columns != columns.Count)
        {
            throw new ArgumentException(
                $"{rows.Features.Rows} x {rows.Features.Columns} features, {rows.Scores.Count} scores and {rows.Speakers.Count} speakers do not make rows of {columns.Count} columns", nameof(rows));
        }
    }
}
