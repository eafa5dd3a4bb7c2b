using System.Globalization;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Study.Analysis;

/// <summary>Scores by tag, badge, gender, user type and price.</summary>
internal static class ScoreGrouping
{
    private const double FenPerYuan = 100;
    private const string Unknown = "unknown";

    private static readonly (double UpTo, string Label)[] PriceBands =
        [(0, "free"), (10, "up to 10 yuan"), (20, "10 to 20 yuan"), (50, "20 to 50 yuan"), (100, "50 to 100 yuan"), (double.PositiveInfinity, "over 100 yuan")];

    /// <summary>All groupings of a table with at least one row.</summary>
    public static IReadOnlyList<GroupedScores> Of(StudyTable table) =>
    [
        By("tag", table, StudyFeatures.Tag, tag => tag == 0 ? "no tag" : $"tag {Text(tag)}", (key, rows) => rows.Select(row => row.Tag).FirstOrDefault(tag => tag is { Length: > 0 }) ?? key),
        By("badge", table, "badge", count => count == 1 ? "1 badge" : $"{Text(count)} badges"),
        // The table numbers genders without saying what the numbers mean, and numbers organisations as well.
        By("gender", table, "gender", number => $"gender {Text(number)}"),
        By("user type", table, "user_type", type => type == 0 ? "organization" : "person"),
        By("price", table, "amount", position => PriceBands[(int)position].Label, order: fen => Array.FindIndex(PriceBands, band => fen / FenPerYuan <= band.UpTo)),
    ];

    /// <summary>Share of the scores' variance that lies between groups: eta squared, the sum of squares between groups over the total one (Cohen, "Statistical Power Analysis", 1988, 8.2).</summary>
    /// <returns>0..1; 0 where all scores are equal.</returns>
    public static double VarianceShare(IReadOnlyList<double[]> groups)
    {
        var mean = groups.SelectMany(group => group).Average();
        var total = groups.Sum(group => group.Sum(score => (score - mean) * (score - mean)));
        var between = groups.Sum(group => group.Length * Math.Pow(group.Average() - mean, 2));
        return total > 0 ? Math.Clamp(between / total, 0, 1) : 0;
    }

    private static GroupedScores By(
        string by, StudyTable table, string column, Func<double, string> key, Func<string, IEnumerable<StudyRow>, string>? label = null, Func<double, double>? order = null)
    {
        var position = StudyRow.IndexOf(column);
        var groups = table.Rows
            .GroupBy(row => double.IsNaN(row.Features[position]) ? double.PositiveInfinity : order?.Invoke(row.Features[position]) ?? row.Features[position])
            .OrderBy(group => group.Key)
            .Select(group => (Key: double.IsPositiveInfinity(group.Key) ? $"{by} {Unknown}" : key(group.Key), Rows: group.ToArray()))
            .Select(group => (Label: label?.Invoke(group.Key, group.Rows) ?? group.Key, group.Key, Scores: Array.ConvertAll(group.Rows, row => row.Score)))
            .ToArray();
        return new GroupedScores(by, [.. groups.Select(group => Describe(group.Label, group.Key, group.Scores))], VarianceShare([.. groups.Select(group => group.Scores)]));
    }

    private static ScoreGroup Describe(string label, string key, double[] scores)
    {
        var summary = ColumnStatistics.Summarise(key, scores);
        return new ScoreGroup(label, key, summary.Count, summary.Mean, summary.Sd, summary.LowerQuartile, summary.Median, summary.UpperQuartile);
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
