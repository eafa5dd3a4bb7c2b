namespace LiveQuality.Mining.Study.Results;

/// <summary>The study's look at its data.</summary>
/// <param name="Columns">All rows of the file: the 24 features and the score, a column each.</param>
/// <param name="Groups">Scores by tag, badge, gender, user type and price, of the lives that take part.</param>
/// <param name="Correlations">Between the features and the score, of the lives that take part.</param>
/// <param name="Clusters">Kinds of lives, of those that take part.</param>
/// <param name="Texts">Words of titles, descriptions and reviews; empty where there are none.</param>
public sealed record DataAnalysis(
    IReadOnlyList<ColumnSummary> Columns,
    IReadOnlyList<GroupedScores> Groups,
    CorrelationMatrix Correlations,
    ClusterResult Clusters,
    IReadOnlyList<TextAnalysis> Texts);
