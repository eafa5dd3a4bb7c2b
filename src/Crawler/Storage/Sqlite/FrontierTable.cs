using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Storage.Sqlite;

/// <summary>What is asked of the frontier's table, inside a transaction. With a million items, each question must be a range of an index.</summary>
/// <param name="writer">In a transaction.</param>
internal sealed class FrontierTable(SqliteWriter writer)
{
    private const string Table = Collections.Frontier;

    /// <summary>The next priority that waits: with <see cref="DueOfPriority"/> one seek each, where one query over all of them would have to sort what is due.</summary>
    public const string NextPriority = $"SELECT min(priority) FROM {Table} WHERE site = $site AND state = '{FrontierState.Waiting}' AND priority > $above";

    /// <summary>Due items of one priority, in order.</summary>
    public const string DueOfPriority = $"""
        SELECT doc FROM {Table} WHERE site = $site AND state = '{FrontierState.Waiting}' AND priority = $priority AND dueAt <= $now
        ORDER BY dueAt, id LIMIT $count
        """;

    /// <summary>Items whose lease has run out; as few as there are leases.</summary>
    public const string RunOut = $"""
        SELECT doc FROM {Table} INDEXED BY {SqliteSchema.LeasedIndex} WHERE state = '{FrontierState.Leased}' AND site = $site AND leasedUntil <= $now
        ORDER BY priority, dueAt, id LIMIT $count
        """;

    /// <summary>Everything one owner has in hand.</summary>
    public const string LeasedBy = $"SELECT doc FROM {Table} INDEXED BY {SqliteSchema.LeasedIndex} WHERE state = '{FrontierState.Leased}' AND owner = $owner";

    /// <summary>Who has something in hand.</summary>
    public const string Owners = $"""
        SELECT DISTINCT owner FROM {Table} INDEXED BY {SqliteSchema.LeasedIndex} WHERE state = '{FrontierState.Leased}' AND site = $site AND owner NOT NULL ORDER BY owner
        """;

    /// <summary>What was given up.</summary>
    public const string Failed = $"""
        SELECT doc FROM {Table} WHERE state = '{FrontierState.Failed}' AND site IN (SELECT DISTINCT site FROM {Table} WHERE $site IS NULL OR site = $site)
        """;

    /// <summary>All of one state, in order.</summary>
    public const string Ordered = $"SELECT doc FROM {Table} WHERE site = $site AND state = $state ORDER BY priority, dueAt, id LIMIT $limit";

    /// <summary>By state: how many, how many of them are due later, and when the first of these is.</summary>
    public const string Counts = $"""
        SELECT state, count(*), sum(dueAt > $now), min(dueAt) FILTER (WHERE dueAt > $now) FROM {Table}
        WHERE $site IS NULL OR site = $site GROUP BY site, state
        """;

    public FrontierItem? Find(string id) => writer.Frontier.Find(id);

    public void Write(FrontierItem item) => writer.Frontier.Write(item.Id, item);

    /// <summary>The first <paramref name="count"/> items that wait and are due.</summary>
    public List<FrontierItem> Due(string site, DateTimeOffset now, int count)
    {
        var due = new List<FrontierItem>();
        var priority = (long?)long.MinValue;
        while (due.Count < count && (priority = After(site, priority.Value)) is { } next)
        {
            due.AddRange(writer.Connection.Documents(
                RecordJson.Relaxed.FrontierItem, DueOfPriority, ("$site", site), ("$priority", next), ("$now", SqliteCommands.Text(now)), ("$count", count - due.Count)));
        }

        return due;
    }

    public List<FrontierItem> Expired(string site, DateTimeOffset now, int count) =>
        writer.Connection.Documents(RecordJson.Relaxed.FrontierItem, RunOut, ("$site", site), ("$now", SqliteCommands.Text(now)), ("$count", count));

    /// <summary>Writes what <paramref name="change"/> makes of the items that a query gives; null leaves one as it is.</summary>
    /// <returns>How many were changed.</returns>
    public int Change(string query, Func<FrontierItem, FrontierItem?> change, params (string Name, object? Value)[] parameters)
    {
        var changed = writer.Connection.Documents(RecordJson.Relaxed.FrontierItem, query, parameters).Select(change).OfType<FrontierItem>().ToList();
        changed.ForEach(Write);
        return changed.Count;
    }

    private long? After(string site, long above) => (long?)writer.Connection.Scalar(NextPriority, ("$site", site), ("$above", above));
}
