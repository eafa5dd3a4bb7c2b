using LiveQuality.Mining.Study.Reporting.Plots;
using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Reporting.Sections;

/// <summary>The study's look at its data.</summary>
internal static class DataSections
{
    private const int StrongestPairs = 10;

    // Where less of the variance lies between the clusters they are slices of one cloud rather than kinds.
    private const double LeastShareOfClearClusters = 1 / 3.0;

    /// <summary>Columns one by one and pair by pair.</summary>
    public static IReadOnlyList<ReportBlock> Columns(StudyResult result)
    {
        List<ReportBlock> blocks = [];
        if (result.Analysis.Columns.Count > 0)
        {
            blocks.Add(ReportTable.Of(
                "All rows of the file",
                ["Column", "Values", "Blank", "Mean", "sd", "Least", "25 %", "Median", "75 %", "Most"],
                result.Analysis.Columns.Select(IReadOnlyList<ReportCell> (column) =>
                [
                    column.Column, Figures.Count(column.Count), Figures.Count(column.Blank), Figures.Value(column.Mean), Figures.Value(column.Sd), Figures.Value(column.Minimum),
                    Figures.Value(column.LowerQuartile), Figures.Value(column.Median), Figures.Value(column.UpperQuartile), Figures.Value(column.Maximum),
                ])));
        }

        if (result.Analysis.Correlations is { Columns.Count: > 1 } correlations)
        {
            var (columns, values) = (correlations.Columns, correlations.Values);
            blocks.Add(new ReportHeading("Correlations"));
            blocks.Add(new ReportPlots([DataPlots.Correlations(correlations)]));
            blocks.Add(ReportTable.Of(
                $"Pearson's correlation with {columns[^1]}",
                ["Column", "Correlation"],
                Enumerable.Range(0, columns.Count - 1).OrderByDescending(index => Math.Abs(values[^1][index]))
                    .Select(IReadOnlyList<ReportCell> (index) => [columns[index], Figures.Change(values[^1][index])])));
            blocks.Add(ReportTable.Of(
                "The most correlated pairs of other columns",
                ["Column", "Column", "Correlation"],
                (from first in Enumerable.Range(0, columns.Count - 1)
                 from second in Enumerable.Range(0, first)
                 orderby Math.Abs(values[first][second]) descending
                 select (IReadOnlyList<ReportCell>)[columns[second], columns[first], Figures.Change(values[first][second])]).Take(StrongestPairs),
                texts: 2));
        }

        return blocks;
    }

    /// <summary>Scores by tag, badge and so on.</summary>
    public static IReadOnlyList<ReportBlock> Groups(StudyResult result, PlotLabels labels)
    {
        var groups = result.Analysis.Groups.Where(grouped => grouped.Groups.Count > 0).ToList();
        return [.. groups.SelectMany(Of)];

        IEnumerable<ReportBlock> Of(GroupedScores grouped)
        {
            var keyed = grouped.Groups.Any(group => group.Key != group.Label);
            yield return new ReportHeading($"By {grouped.By}");
            yield return new ReportParagraph($"Between these groups lie {Figures.Share(grouped.VarianceShare)} of the scores' variance (eta squared).");
            yield return new ReportPlots([DataPlots.Groups(grouped, labels)]);
            yield return ReportTable.Of(
                $"Scores by {grouped.By}",
                ["Group", .. keyed ? ["Key"] : Array.Empty<string>(), "Lives", "Mean", "sd", "25 %", "Median", "75 %"],
                grouped.Groups.Select(IReadOnlyList<ReportCell> (group) =>
                [
                    group.Label, .. keyed ? [group.Key] : Array.Empty<ReportCell>(), Figures.Count(group.Lives), Figures.Value(group.Mean), Figures.Value(group.Sd),
                    Figures.Value(group.LowerQuartile), Figures.Value(group.Median), Figures.Value(group.UpperQuartile),
                ]),
                texts: keyed ? 2 : 1);
        }
    }

    /// <summary>Clusters.</summary>
    public static IReadOnlyList<ReportBlock> Clusters(StudyResult result)
    {
        var clusters = result.Analysis.Clusters;
        return clusters.Clusters.Count == 0
            ? []
            :
            [
                new ReportParagraph($"Found by k-means, k = {clusters.Clusters.Count}, without looking at the score. A trait is a column, its mean in the cluster, and how far that lies from the mean of all."),
                new ReportParagraph($"The clusters explain {Figures.Share(clusters.ExplainedShare)} of the standardised columns' variance. "
                    + (clusters.ExplainedShare < LeastShareOfClearClusters
                        ? "Below one third they are weak: most of what sets lives apart lies within a cluster, and the borders are drawn through a crowd."
                        : "Below one third they would be weak.")),
                ReportTable.Of(
                    "Clusters",
                    ["Cluster", "What sets it apart", "Lives", "Mean score"],
                    clusters.Clusters.Select(IReadOnlyList<ReportCell> (cluster, index) =>
                    [
                        Figures.Count(index + 1),
                        string.Join("; ", cluster.Traits.Select(trait => $"{trait.Column} {Figures.Value(trait.Mean)} ({(trait.Deviations > 0 ? "+" : "")}{Figures.Deviations(trait.Deviations)})")),
                        Figures.Count(cluster.Lives),
                        Figures.Value(cluster.MeanScore),
                    ]),
                    texts: 2),
            ];
    }

    /// <summary>Words of good and bad lives.</summary>
    public static IReadOnlyList<ReportBlock> Words(StudyResult result) => result.Analysis.Texts.Count == 0
        ? [new ReportParagraph("The file has no texts.")]
        : [
            new ReportParagraph("Good words mark the best quarter of the lives against the worst, bad words the worst against the best (TF-IDF); hot words are central to all (TextRank)."),
            .. result.Analysis.Texts.Select(text => ReportTable.Of(
                $"{text.Text}: {Figures.Count(text.Lives)} lives have it",
                ["Rank", "Good words", "Bad words", "Hot words"],
                Enumerable.Range(0, new[] { text.GoodKeywords.Count, text.BadKeywords.Count, text.HotWords.Count }.Max())
                    .Select(IReadOnlyList<ReportCell> (rank) => [Figures.Count(rank + 1), Word(text.GoodKeywords, rank), Word(text.BadKeywords, rank), Word(text.HotWords, rank)]),
                texts: 4)),
        ];

    private static ReportCell Word(IReadOnlyList<WeightedWord> words, int rank) => rank < words.Count ? $"{words[rank].Word} ({Figures.Value(words[rank].Weight)})" : "";
}
