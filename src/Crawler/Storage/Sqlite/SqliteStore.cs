using System.Globalization;
using System.Runtime.CompilerServices;
using LiveQuality.Crawler.Records;
using Microsoft.Data.Sqlite;

namespace LiveQuality.Crawler.Storage.Sqlite;

/// <summary>Records in one SQLite file: the house for a single machine, with no server to install.</summary>
public sealed class SqliteStore : IRecordStore
{
    private readonly SqliteDatabase _database;

    /// <param name="path">The file; it and its folder are made where missing.</param>
    /// <param name="time">Clock of the frontier's leases.</param>
    public SqliteStore(string path, TimeProvider time)
    {
        _database = new SqliteDatabase(path);
        Frontier = new SqliteFrontier(_database, time);
        Address = $"sqlite:{path}";
    }

    /// <inheritdoc/>
    public string Address { get; }

    /// <inheritdoc/>
    public IFrontier Frontier { get; }

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
    public async Task<T?> FindAsync<T>(Collection<T> collection, string id, CancellationToken cancellationToken)
        where T : class, IRecord
    {
        ArgumentNullException.ThrowIfNull(collection);
        await using var connection = await _database.ReadAsync(cancellationToken);
        return connection.Documents(collection.Json, collection.Name, [id]).SingleOrDefault();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<T> ReadAsync<T>(Collection<T> collection, Query<T> query, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IRecord
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(query);
        await using var connection = await _database.ReadAsync(cancellationToken);
        await using var command = connection.Command(Select(collection, query), ("$value", query.EqualTo), ("$limit", query.Limit ?? -1));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return SqliteCommands.Document(reader, collection.Json);
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync<T>(Collection<T> collection, string id, CancellationToken cancellationToken)
        where T : class, IRecord
    {
        ArgumentNullException.ThrowIfNull(collection);
        return _database.WriteAsync(c => c.Execute($"DELETE FROM {collection.Name} WHERE id = $id", ("$id", id)) > 0, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _database.ReadAsync(cancellationToken);
        var counts = new Dictionary<string, long>();
        foreach (var name in Collections.Names)
        {
            await using var command = connection.Command($"SELECT count(*) FROM {name}");
            counts[name] = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        }

        return counts;
    }

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
