using System.Globalization;
using LiveQuality.Crawler.Records;
using Microsoft.Data.Sqlite;

namespace LiveQuality.Crawler.Storage.Sqlite;

/// <summary>Records in one SQLite file: the house for a single machine, with no server to install.</summary>
public sealed class SqliteStore : IRecordStore
{
    private readonly SqliteDatabase _database;
    private readonly SqliteFrontier _frontier;

    /// <param name="path">The file; it and its folder are made where missing.</param>
    /// <param name="time">Clock of the frontier's leases.</param>
    public SqliteStore(string path, TimeProvider time)
    {
        _database = new SqliteDatabase(path);
        _frontier = new SqliteFrontier(_database, time);
        Address = $"sqlite:{path}";
    }

    /// <inheritdoc/>
    public string Address { get; }

    /// <inheritdoc/>
    public IFrontier Frontier => _frontier;

    /// <inheritdoc/>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _database.OpenAsync(cancellationToken);
        await _database.WriteAsync(
            connection =>
            {
                SqliteSchema.Make(connection);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<UpsertCounts> UpsertAsync<T>(Collection<T> collection, IReadOnlyList<T> records, CancellationToken cancellationToken)
        where T : class, IRecord
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(records);
        return records.Count == 0 ? default : await _database.WriteAsync(c => Upsert(c, collection, records), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CommitCounts> CommitAsync(CrawlWrites writes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writes);
        return _database.WriteAsync(
            connection => new CommitCounts(
                Upsert(connection, Collections.Lives, writes.Lives),
                Upsert(connection, Collections.Reviews, writes.Reviews),
                Upsert(connection, Collections.Speakers, writes.Speakers),
                Upsert(connection, Collections.Portraits, writes.Portraits),
                Upsert(connection, Collections.Quarantine, writes.Quarantine),
                SqliteFrontier.Add(connection, writes.Next),
                _frontier.Complete(connection, writes.Done)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<T?> FindAsync<T>(Collection<T> collection, string id, CancellationToken cancellationToken)
        where T : class, IRecord
    {
        ArgumentNullException.ThrowIfNull(collection);
        return _database.ReadAsync(connection => connection.Documents(collection.Json, collection.Name, [id]).SingleOrDefault(), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<T> ReadAsync<T>(Collection<T> collection, Query<T> query, CancellationToken cancellationToken)
        where T : class, IRecord
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(query);
        return _database.StreamAsync(collection.Json, Select(collection, query), cancellationToken, ("$value", query.EqualTo), ("$limit", query.Limit ?? -1));
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync<T>(Collection<T> collection, string id, CancellationToken cancellationToken)
        where T : class, IRecord
    {
        ArgumentNullException.ThrowIfNull(collection);
        return _database.WriteAsync(c => c.Execute($"DELETE FROM {collection.Name} WHERE id = $id", ("$id", id)) > 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken) => _database.ReadAsync(
        IReadOnlyDictionary<string, long> (connection) => Collections.Names.ToDictionary(
            name => name, name => Convert.ToInt64(connection.Scalar($"SELECT count(*) FROM {name}"), CultureInfo.InvariantCulture)),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static UpsertCounts Upsert<T>(SqliteConnection connection, Collection<T> collection, IReadOnlyList<T> records)
        where T : class, IRecord
    {
        var stored = connection.Documents(collection.Json, collection.Name, records.Select(r => r.Id)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        using var writer = connection.Writer(collection.Name);
        using var observations = connection.Writer(Collections.Observations.Name);
        var counts = default(UpsertCounts);
        foreach (var record in records)
        {
            if (!stored.TryGetValue(record.Id, out var old))
            {
                stored[record.Id] = record;
                writer.Write(record.Id, record, collection.Json);
                counts += new UpsertCounts(1, 0, 0);
                continue;
            }

            var (merged, changes) = RecordMerge.Merge(collection, old, record);
            if (changes.Count == 0)
            {
                counts += new UpsertCounts(0, 0, 1);
                continue;
            }

            if (old is Live before && merged is Live after && record is Live seen)
            {
                var (live, observation) = RecordMerge.Observe(before, after, changes, seen.ObservedAt);
                observations.Write(observation.Id, observation, Collections.Observations.Json);
                merged = (T)(object)live;
            }

            stored[record.Id] = merged;
            writer.Write(merged.Id, merged, collection.Json);
            counts += new UpsertCounts(0, 1, 0);
        }

        return counts;
    }

    private static string Select<T>(Collection<T> collection, Query<T> query)
        where T : class, IRecord
    {
        var direction = query.Descending ? "DESC" : "ASC";
        var where = query.Where is { } field ? $"WHERE {field.Name} = $value" : string.Empty;
        var order = query.OrderBy is { } by ? $"{by.Name} {direction}, id {direction}" : $"id {direction}";
        return $"SELECT doc FROM {collection.Name} {where} ORDER BY {order} LIMIT $limit";
    }
}
