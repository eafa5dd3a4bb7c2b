namespace LiveQuality.Mining.Study.Results;

/// <summary>Permutation importance (Breiman, "Random Forests", 2001, section 10), measured on test rows.</summary>
/// <param name="Name">The regressor.</param>
/// <param name="Columns">Most important first.</param>
public sealed record ImportanceResult(string Name, IReadOnlyList<ColumnImportance> Columns);
