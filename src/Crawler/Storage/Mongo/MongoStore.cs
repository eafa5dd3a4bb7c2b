using System.Runtime.CompilerServices;
using LiveQuality.Crawler.Records;
using MongoDB.Bson;
using MongoDB.Driver;

namespace LiveQuality.Crawler.Storage.Mongo;

/// <summary>Records in MongoDB: the house for several workers, and for people who ask with their own tools.</summary>
public sealed class MongoStore : IRecordStore
{
    // Documents a round trip while streaming; the server keeps each answer under 16 MiB besides.
    private const int StreamBatch = 1000;

    private readonly bool _mustExist;
    private readonly MongoAddress _address;
    private readonly MongoClient _client;
    private readonly IMongoDatabase _database;

    /// <param name="uri">Connection string, <c>mongodb://host:port/database</c> or <c>mongodb+srv://…</c>; without a database, <c>livequality</c>.</param>
    /// <param name="mustExist">Whether a database without collections is an error: right for commands that only read.</param>
    /// <param name="time">Clock of the frontier's leases.</param>
    /// <exception cref="StoreException">The address is malformed.</exception>
    public MongoStore(string uri, bool mustExist, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(uri);
        _mustExist = mustExist;
        _address = new MongoAddress(uri);
        _client = new MongoClient(_address.Settings);
        _database = _client.GetDatabase(_address.Database.DatabaseName);
        Frontier = new MongoFrontier(_address, _database, time);
    }

    /// <inheritdoc/>
    public string Address => _address.Display;

    /// <inheritdoc/>
    public IFrontier Frontier { get; }

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellationToken) => _address.NamedAsync(async () =>
    {
        if (_mustExist && !await (await _database.ListCollectionNamesAsync(null, cancellationToken)).AnyAsync(cancellationToken))
        {
            throw new StoreException($"there is no database {_database.DatabaseNamespace.DatabaseName} at {Address} yet; `livequality run` makes one");
        }

        await MongoIndexes.MakeAsync(_database, cancellationToken);
        return true;
    });

    /// <inheritdoc/>
    public async Task<UpsertCounts> UpsertAsync<T>(Collection<T> collection, IReadOnlyList<T> records, CancellationToken cancellationToken)
        where T : class, IRecord
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(records);
        return records.Count == 0
            ? default
            : await _address.NamedAsync(() => new MongoUpsert<T>(_database, collection).RunAsync(records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<CommitCounts> CommitAsync(CrawlWrites writes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writes);
        cancellationToken.ThrowIfCancellationRequested();

        // Not cancelled any more: what comes first is only worth something with what comes last.
        return new CommitCounts(
            await UpsertAsync(Collections.Lives, writes.Lives, CancellationToken.None),
            await UpsertAsync(Collections.Reviews, writes.Reviews, CancellationToken.None),
            await UpsertAsync(Collections.Speakers, writes.Speakers, CancellationToken.None),
            await UpsertAsync(Collections.Portraits, writes.Portraits, CancellationToken.None),
            await UpsertAsync(Collections.Quarantine, writes.Quarantine, CancellationToken.None),
            await Frontier.AddAsync(writes.Next, CancellationToken.None),
            await Frontier.CompleteAsync(writes.Done, CancellationToken.None));
    }

    /// <inheritdoc/>
    public Task<T?> FindAsync<T>(Collection<T> collection, string id, CancellationToken cancellationToken)
        where T : class, IRecord
    {
        ArgumentNullException.ThrowIfNull(collection);
        return _address.NamedAsync(async () => (T?)await Documents(collection).Find(ById<T>(id)).FirstOrDefaultAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<T> ReadAsync<T>(Collection<T> collection, Query<T> query, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IRecord
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(query);
        var filter = query.Where is { } field ? Builders<T>.Filter.Eq(field.Name, query.EqualTo) : Builders<T>.Filter.Empty;
        filter &= query.After is not { } after ? Builders<T>.Filter.Empty : query.Descending ? Builders<T>.Filter.Lt("_id", after) : Builders<T>.Filter.Gt("_id", after);
        var direction = query.Descending ? -1 : 1;
        var order = query.OrderBy is { } by ? new BsonDocument { { by.Name, direction }, { "_id", direction } } : new BsonDocument("_id", direction);
        var options = new FindOptions<T> { Sort = order, Limit = query.Limit, BatchSize = StreamBatch };
        if (query.Limit == 0)
        {
            yield break; // The driver takes 0 for no limit.
        }

        using var cursor = await _address.NamedAsync(() => Documents(collection).FindAsync(filter, options, cancellationToken));
        while (await _address.NamedAsync(() => cursor.MoveNextAsync(cancellationToken)))
        {
            foreach (var record in cursor.Current)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return record;
            }
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync<T>(Collection<T> collection, string id, CancellationToken cancellationToken)
        where T : class, IRecord
    {
        ArgumentNullException.ThrowIfNull(collection);
        return _address.NamedAsync(async () => (await Documents(collection).DeleteOneAsync(ById<T>(id), cancellationToken)).DeletedCount > 0);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken) => _address.NamedAsync(async () =>
    {
        var counts = new Dictionary<string, long>();
        foreach (var name in Collections.Names)
        {
            // Counted, not estimated: the estimate is wrong after an unclean stop, and people compare these numbers.
            counts[name] = await _database.GetCollection<BsonDocument>(name).CountDocumentsAsync(FilterDefinition<BsonDocument>.Empty, null, cancellationToken);
        }

        return (IReadOnlyDictionary<string, long>)counts;
    });

    /// <inheritdoc/>
    /// <remarks>
    /// Nothing to do: WiredTiger writes new documents where old ones were, and so overwrites them. The server's <c>compact</c> command is the operator's: it wants rights that a worker should not have, and its
    /// place is each member of the replica set in turn.
    /// </remarks>
    public Task<long> CompactAsync(CancellationToken cancellationToken) => Task.FromResult(0L);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static FilterDefinition<T> ById<T>(string id) => Builders<T>.Filter.Eq("_id", id);

    private IMongoCollection<T> Documents<T>(Collection<T> collection)
        where T : class, IRecord
    {
        RecordBson.Register();
        return _database.GetCollection<T>(collection.Name);
    }
}
