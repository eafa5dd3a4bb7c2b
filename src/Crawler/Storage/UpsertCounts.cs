namespace LiveQuality.Crawler.Storage;

/// <summary>What a write did.</summary>
/// <param name="Added">Records that were not there before.</param>
/// <param name="Changed">Records that are different now.</param>
/// <param name="Unchanged">Records that were there already, bookkeeping aside.</param>
public readonly record struct UpsertCounts(int Added, int Changed, int Unchanged)
{
    /// <summary>Adds up two writes.</summary>
    public static UpsertCounts operator +(UpsertCounts left, UpsertCounts right) => Add(left, right);

    /// <inheritdoc cref="op_Addition"/>
    public static UpsertCounts Add(UpsertCounts left, UpsertCounts right) =>
        new(left.Added + right.Added, left.Changed + right.Changed, left.Unchanged + right.Unchanged);
}
