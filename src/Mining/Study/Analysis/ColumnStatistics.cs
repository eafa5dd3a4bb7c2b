using LiveQuality.Mining.Features;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Tables;
using MathNet.Numerics.Statistics;

namespace LiveQuality.Mining.Study.Analysis;

/// <summary>Descriptive statistics of numbers.</summary>
internal static class ColumnStatistics
{
    /// <summary>The 24 features and the score, which is blank where it is 0: a live with too few reviews has none.</summary>
    public static IReadOnlyList<ColumnSummary> Of(StudyTable table) =>
    [
        .. StudyFeatures.All.Select((column, position) => Summarise(column, table.Rows.Select(row => row.Features[position]))),
        Summarise(StudyFeatures.ReviewScore, table.Rows.Select(row => row.Score == 0 ? double.NaN : row.Score)),
    ];

    /// <summary>Summarises one column.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="cells">Its cells, NaN where blank.</param>
    /// <returns>The summary; all numbers are 0 where every cell is blank, and the deviation is for a single value.</returns>
    public static ColumnSummary Summarise(string column, IEnumerable<double> cells)
    {
        double[] all = [.. cells];
        var values = Array.FindAll(all, value => !double.IsNaN(value));
        if (values.Length == 0)
        {
            return new ColumnSummary(column, 0, all.Length, 0, 0, 0, 0, 0, 0, 0);
        }

        Array.Sort(values);
        return new ColumnSummary(
            column, values.Length, all.Length - values.Length, values.Mean(), Deviation(values), values[0], Quantile(values, 0.25), Quantile(values, 0.5), Quantile(values, 0.75), values[^1]);
    }

    /// <summary>A quantile as numpy's default gives it: linear between neighbours (Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996, definition 7).</summary>
    /// <param name="sorted">Ascending, at least one value.</param>
    /// <param name="share">0..1.</param>
    public static double Quantile(double[] sorted, double share) => SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);

    /// <summary>Standard deviation (n - 1); 0 for a single value.</summary>
    public static double Deviation(double[] values) => values.Length > 1 ? values.StandardDeviation() : 0;
}
