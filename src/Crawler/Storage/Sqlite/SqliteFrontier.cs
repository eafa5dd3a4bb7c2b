using System.Globalization;
using LiveQuality.Crawler.Records;
using Microsoft.Data.Sqlite;

namespace LiveQuality.Crawler.Storage.Sqlite;

/// <summary>The frontier in SQLite: every step is one transaction, so a step happens whole or not at all.</summary>
internal sealed class SqliteFrontier(SqliteDatabase database, TimeProvider time) : IFrontier
{
    public Task<int> AddAsync(IReadOnlyList<FrontierItem> items, CancellationToken cancellationToken) =>
        database.WriteAsync(writer => Add(writer, items), cancellationToken);

    public Task<int> CompleteAsync(IReadOnlyList<FrontierItem> items, CancellationToken cancellationToken) =>
        database.WriteAsync(writer => Complete(writer, items), cancellationToken);

    public static int Add(SqliteWriter writer, IReadOnlyList<FrontierItem> items)
    {
        var table = new FrontierTable(writer);
        var queued = 0;
        foreach (var item in items)
        {
            var known = table.Find(item.Id);
            if (FrontierSteps.Add(known, item) is { } next)
            {
                table.Write(next);
                queued += FrontierSteps.IsQueued(known) ? 1 : 0;
            }
        }

        return queued;
    }

    public int Complete(SqliteWriter writer, IReadOnlyList<FrontierItem> items)
    {
        var table = new FrontierTable(writer);
        var now = time.GetUtcNow();
        var accepted = items.DistinctBy(i => i.Id).Select(i => FrontierSteps.Complete(table.Find(i.Id), i, now)).OfType<FrontierItem>().ToList();
        accepted.ForEach(table.Write);
        return accepted.Count;
    }

    public Task<IReadOnlyList<FrontierItem>> LeaseAsync(
        string site, string owner, int count, TimeSpan duration, CancellationToken cancellationToken) => database.WriteAsync(
        IReadOnlyList<FrontierItem> (writer) =>
        {
            var table = new FrontierTable(writer);
            var now = time.GetUtcNow();
            while (true)
            {
                var free = table.Due(site, now, count).Concat(table.Expired(site, now, count)).ToLookup(FrontierSteps.IsHopeless);
                var leased = FrontierSteps.Choose(free[false], count).ConvertAll(item => FrontierSteps.Lease(item, owner, now + duration));
                leased.ForEach(table.Write);
                foreach (var item in free[true])
                {
                    table.Write(FrontierSteps.GiveUp(item, now));
                }

                if (leased.Count > 0 || !free[true].Any())
                {
                    return leased;
                }
            }
        },
        cancellationToken);

    public Task<int> RenewAsync(string owner, TimeSpan duration, CancellationToken cancellationToken) => database.WriteAsync(
        writer =>
        {
            var until = time.GetUtcNow() + duration;
            return new FrontierTable(writer).Change(FrontierTable.LeasedBy, item => item with { LeasedUntil = until }, ("$owner", owner));
        },
        cancellationToken);

    public Task<int> ReleaseAsync(string owner, CancellationToken cancellationToken) => database.WriteAsync(
        writer => new FrontierTable(writer).Change(FrontierTable.LeasedBy, FrontierSteps.Release, ("$owner", owner)), cancellationToken);

    public Task<int> RequeueAsync(string? site, string? runId, CancellationToken cancellationToken) => database.WriteAsync(
        writer =>
        {
            var now = time.GetUtcNow();
            return new FrontierTable(writer).Change(
                FrontierTable.Failed, item => FrontierSteps.IsOfRun(item, runId) ? FrontierSteps.Again(item, now) : null, ("$site", site));
        },
        cancellationToken);

    public Task<IReadOnlyList<string>> OwnersAsync(string site, CancellationToken cancellationToken) => database.ReadAsync(
        IReadOnlyList<string> (connection) =>
        {
            using var command = connection.Command(FrontierTable.Owners, ("$site", site));
            using var reader = command.ExecuteReader();
            var owners = new List<string>();
            while (reader.Read())
            {
                owners.Add(reader.GetString(0));
            }

            return owners;
        },
        cancellationToken);

    public Task<FrontierCounts> CountAsync(string? site, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            using var command = connection.Command(FrontierTable.Counts, ("$site", site), ("$now", SqliteCommands.Text(time.GetUtcNow())));
            using var reader = command.ExecuteReader();
            var counts = new FrontierCounts(0, 0, 0, 0, 0, null);
            while (reader.Read())
            {
                counts = Add(counts, reader);
            }

            return counts;
        },
        cancellationToken);

    public Task<FrontierItem?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.Documents(RecordJson.Relaxed.FrontierItem, Collections.Frontier, [id]).SingleOrDefault(), cancellationToken);

    public IAsyncEnumerable<FrontierItem> ReadAsync(string site, string state, int limit, CancellationToken cancellationToken) => database.StreamAsync(
        RecordJson.Relaxed.FrontierItem, FrontierTable.Ordered, cancellationToken, ("$site", site), ("$state", state), ("$limit", limit));

    // One row is one state of one site.
    private static FrontierCounts Add(FrontierCounts counts, SqliteDataReader row)
    {
        var count = row.GetInt64(1);
        switch (row.GetString(0))
        {
            case FrontierState.Waiting:
                var later = row.GetInt64(2);
                DateTimeOffset? next = row.IsDBNull(3) ? null : DateTimeOffset.Parse(row.GetString(3), CultureInfo.InvariantCulture);
                return counts with
                {
                    Due = counts.Due + count - later,
                    Later = counts.Later + later,
                    NextDueAt = next is null || counts.NextDueAt < next ? counts.NextDueAt : next,
                };

            case FrontierState.Leased:
                return counts with { Leased = counts.Leased + count };

            case FrontierState.Done:
                return counts with { Done = counts.Done + count };

            default:
                return counts with { Failed = counts.Failed + count };
        }
    }
}
