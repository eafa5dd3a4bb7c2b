using LiveQuality.Mining.Scoring.Drift;

namespace LiveQuality.Worker.Output;

/// <summary>Drift in one line.</summary>
internal static class DriftText
{
    private const int Named = 3;

    /// <summary>The line.</summary>
    public static FormattableString Of(DriftReport drift)
    {
        var moved = drift.Columns.Where(column => column.Alarm).ToArray();
        return drift switch
        {
            { CanAlarm: false } => $"{drift.RowsAfter:N0} lives since the training are of too few speakers to tell",
            { Alarm: false } => $"none in {drift.Columns.Count - 1} features and the score: {drift.RowsAfter:N0} lives since the training against {drift.RowsBefore:N0} (p {drift.PValue:0.000})",
            _ => $"{drift.RowsAfter:N0} lives since the training differ from {drift.RowsBefore:N0} before: {string.Join(", ", moved.Take(Named).Select(Text))}{(moved.Length > Named ? $" and {moved.Length - Named} more" : string.Empty)}",
        };
    }

    private static string Text(ColumnDrift column) => column is { MedianBefore: { } before, MedianAfter: { } after }
        ? FormattableString.Invariant($"{column.Name} (median {before:0.###} to {after:0.###})")
        : column.Name;
}
