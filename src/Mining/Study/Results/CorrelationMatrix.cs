namespace LiveQuality.Mining.Study.Results;

/// <summary>Pearson's correlation of each pair of columns.</summary>
/// <param name="Columns">The columns; the score comes last. Columns that are constant are left out.</param>
/// <param name="Values">Row after row, -1..1.</param>
public sealed record CorrelationMatrix(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<double>> Values);
