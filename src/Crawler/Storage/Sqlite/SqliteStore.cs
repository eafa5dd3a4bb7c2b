using System.Globalization;
using LiveQuality.Crawler.Records;

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
            writer =>
            {
                SqliteSchema.Make(writer.Connection);
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
        return records.Count == 0 ? default : await _database.WriteAsync(writer => SqliteUpsert.Run(writer, collection, records), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CommitCounts> CommitAsync(CrawlWrites writes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writes);
        return _database.WriteAsync(
            writer => new CommitCounts(
                SqliteUpsert.Run(writer, Collections.Lives, writes.Lives),
                SqliteUpsert.Run(writer, Collections.Reviews, writes.Reviews),
                SqliteUpsert.Run(writer, Collections.Speakers, writes.Speakers),
                SqliteUpsert.Run(writer, Collections.Portraits, writes.Portraits),
                SqliteUpsert.Run(writer, Collections.Quarantine, writes.Quarantine),
                SqliteFrontier.Add(writer, writes.Next),
                _frontier.Complete(writer, writes.Done)),
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
        return _database.StreamAsync(collection.Json, Select(collection, query), cancellationToken, ("$value", query.EqualTo), ("$after", query.After), ("$limit", query.Limit ?? -1));
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync<T>(Collection<T> collection, string id, CancellationToken cancellationToken)
        where T : class, IRecord
    {
        ArgumentNullException.ThrowIfNull(collection);
        return _database.WriteAsync(
            writer =>
            {
                // What somebody wants gone must not stay in the file's free pages; versions that were replaced before may.
                writer.Connection.Execute("PRAGMA secure_delete = ON");
                var isThere = writer.Connection.Execute($"DELETE FROM {collection.Name} WHERE id = $id", ("$id", id)) > 0;
                writer.Connection.Execute("PRAGMA secure_delete = OFF");
                return isThere;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken) => _database.ReadAsync(
        IReadOnlyDictionary<string, long> (connection) => Collections.Names.ToDictionary(
            name => name, name => Convert.ToInt64(connection.Scalar($"SELECT count(*) FROM {name}"), CultureInfo.InvariantCulture)),
        cancellationToken);

    /// <inheritdoc/>
    public async Task<long> CompactAsync(CancellationToken cancellationToken)
    {
        var before = _database.Size();
        await _database.MaintainAsync("PRAGMA optimize; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
        return Math.Max(0, before - _database.Size());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static string Select<T>(Collection<T> collection, Query<T> query)
        where T : class, IRecord
    {
        var direction = query.Descending ? "DESC" : "ASC";
        var where = query.Where is { } field ? $"{field.Name} = $value" : "TRUE";
        var after = query.After is null ? string.Empty : $"AND id {(query.Descending ? '<' : '>')} $after";
        var order = query.OrderBy is { } by ? $"{by.Name} {direction}, id {direction}" : $"id {direction}";
        return $"SELECT doc FROM {collection.Name} WHERE {where} {after} ORDER BY {order} LIMIT $limit";
    }
}
