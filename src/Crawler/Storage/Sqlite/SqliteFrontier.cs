using System.Globalization;
using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Storage.Sqlite;

/// <summary>The frontier in SQLite: every step is one transaction, so a step happens whole or not at all.</summary>
internal sealed class SqliteFrontier(SqliteDatabase database, TimeProvider time) : IFrontier
{
    private const string Table = SqliteSchema.Frontier;

    public Task<int> AddAsync(IReadOnlyList<FrontierItem> items, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var known = connection.Documents(RecordJson.Relaxed.FrontierItem, Table, items.Select(i => i.Id)).ToDictionary(i => i.Id, StringComparer.Ordinal);
            using var writer = connection.Writer(Table);
            var added = 0;
            foreach (var item in items)
            {
                if (FrontierSteps.Add(known.GetValueOrDefault(item.Id), item) is { } next)
                {
                    known[item.Id] = next;
                    writer.Write(next.Id, next, RecordJson.Relaxed.FrontierItem);
                    added++;
                }
            }

            return added;
        },
        cancellationToken);

    public Task<IReadOnlyList<FrontierItem>> LeaseAsync(
        string site, string owner, int count, TimeSpan duration, CancellationToken cancellationToken) => database.WriteAsync(
        IReadOnlyList<FrontierItem> (connection) =>
        {
            var now = time.GetUtcNow();
            var due = connection.Documents(
                RecordJson.Relaxed.FrontierItem,
                $"""
                SELECT doc FROM {Table}
                WHERE site = $site AND (state = '{FrontierState.Waiting}' AND dueAt <= $now OR state = '{FrontierState.Leased}' AND leasedUntil <= $now)
                ORDER BY priority, dueAt, id LIMIT $count
                """,
                ("$site", site),
                ("$now", SqliteCommands.Text(now)),
                ("$count", count));
            using var writer = connection.Writer(Table);
            var leased = due.ConvertAll(item => FrontierSteps.Lease(item, owner, now + duration));
            leased.ForEach(item => writer.Write(item.Id, item, RecordJson.Relaxed.FrontierItem));
            return leased;
        },
        cancellationToken);

    public Task<int> CompleteAsync(IReadOnlyList<FrontierItem> items, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var current = connection.Documents(RecordJson.Relaxed.FrontierItem, Table, items.Select(i => i.Id)).ToDictionary(i => i.Id, StringComparer.Ordinal);
            using var writer = connection.Writer(Table);
            var accepted = items.DistinctBy(i => i.Id).Where(i => current.TryGetValue(i.Id, out var now) && FrontierSteps.Holds(i, now)).ToList();
            accepted.ForEach(i => writer.Write(i.Id, FrontierSteps.Complete(i, time.GetUtcNow()), RecordJson.Relaxed.FrontierItem));
            return accepted.Count;
        },
        cancellationToken);

    public async Task<IReadOnlyDictionary<string, long>> CountByStateAsync(string? site, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        await using var command = connection.Command(
            $"SELECT state, count(*) FROM {Table} WHERE $site IS NULL OR site = $site GROUP BY state", ("$site", site));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new Dictionary<string, long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            counts[reader.GetString(0)] = Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture);
        }

        return counts;
    }
}
