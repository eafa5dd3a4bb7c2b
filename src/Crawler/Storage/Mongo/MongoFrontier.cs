using LiveQuality.Crawler.Records;
using MongoDB.Bson;
using MongoDB.Driver;

namespace LiveQuality.Crawler.Storage.Mongo;

/// <summary>The frontier in MongoDB. A document's state and fence guard every write, so of two workers one gets through.</summary>
internal sealed class MongoFrontier : IFrontier
{
    private const string State = "state";
    private const string DueAt = "dueAt";
    private const string LeasedUntil = "leasedUntil";
    private const string Fence = "fence";

    // Marks the items of one call, so that they can be told from those that somebody else took in between.
    private const string Claim = "claim";

    private static readonly FilterDefinitionBuilder<FrontierItem> Where = Builders<FrontierItem>.Filter;

    private readonly MongoAddress _address;
    private readonly IMongoCollection<FrontierItem> _items;
    private readonly TimeProvider _time;

    public MongoFrontier(MongoAddress address, IMongoDatabase database, TimeProvider time)
    {
        RecordBson.Register();
        _address = address;
        _items = database.GetCollection<FrontierItem>(Collections.Frontier);
        _time = time;
    }

    /// <summary>The index that finds due items in the order in which they are handed out.</summary>
    public static BsonDocument Order => new() { { "site", 1 }, { State, 1 }, { "priority", 1 }, { DueAt, 1 }, { "_id", 1 } };

    public Task<int> AddAsync(IReadOnlyList<FrontierItem> items, CancellationToken cancellationToken) => _address.NamedAsync(async () =>
    {
        var known = (await _items.Find(Where.In(i => i.Id, items.Select(i => i.Id))).ToListAsync(cancellationToken)).ToDictionary(i => i.Id, StringComparer.Ordinal);
        var writes = new Dictionary<string, WriteModel<FrontierItem>>(StringComparer.Ordinal);
        foreach (var item in items.Select(i => RecordBson.AsStored(Collections.Frontier, i)))
        {
            var old = known.GetValueOrDefault(item.Id);
            if (!writes.ContainsKey(item.Id) && FrontierSteps.Add(old, item) is { } next)
            {
                writes.Add(item.Id, old is null ? new InsertOneModel<FrontierItem>(next) : new ReplaceOneModel<FrontierItem>(Unmoved(old), next));
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        return await WriteAsync([.. writes.Values]);
    });

    public Task<IReadOnlyList<FrontierItem>> LeaseAsync(
        string site, string owner, int count, TimeSpan duration, CancellationToken cancellationToken) =>
        _address.NamedAsync<IReadOnlyList<FrontierItem>>(async () =>
        {
            // Three round trips for any number of items: look, claim what is still due, read what was claimed. Where others claimed all of it, look again.
            while (count > 0)
            {
                var now = _time.GetUtcNow();
                var due = Where.Eq(i => i.Site, site) & Where.Or(
                    Where.Eq(State, FrontierState.Waiting) & Where.Lte(DueAt, now.UtcDateTime),
                    Where.Eq(State, FrontierState.Leased) & Where.Lte(LeasedUntil, now.UtcDateTime));
                var order = Builders<FrontierItem>.Sort.Ascending(i => i.Priority).Ascending(i => i.DueAt).Ascending(i => i.Id);
                var ids = await _items.Find(due).Sort(order).Limit(count).Project(i => i.Id).ToListAsync(cancellationToken);
                if (ids.Count == 0)
                {
                    break;
                }

                cancellationToken.ThrowIfCancellationRequested();
                var leased = await ClaimAsync(Where.In(i => i.Id, ids), due, owner, now + duration);
                if (leased.Count > 0)
                {
                    return [.. leased.OrderBy(i => i.Priority).ThenBy(i => i.DueAt).ThenBy(i => i.Id, StringComparer.Ordinal)];
                }
            }

            return [];
        });

    public Task<int> CompleteAsync(IReadOnlyList<FrontierItem> items, CancellationToken cancellationToken) => _address.NamedAsync(() =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = _time.GetUtcNow();
        return WriteAsync([.. items.Select(i => new ReplaceOneModel<FrontierItem>(
            Unmoved(i with { State = FrontierState.Leased }), FrontierSteps.Complete(i, now)))]);
    });

    public Task<IReadOnlyDictionary<string, long>> CountByStateAsync(string? site, CancellationToken cancellationToken) =>
        _address.NamedAsync<IReadOnlyDictionary<string, long>>(async () =>
        {
            var groups = await _items.Aggregate().Match(site is null ? Where.Empty : Where.Eq(i => i.Site, site)).Group(i => i.State, g => new { State = g.Key, Count = g.LongCount() }).ToListAsync(cancellationToken);
            return groups.ToDictionary(g => g.State, g => g.Count);
        });

    private static FilterDefinition<FrontierItem> Unmoved(FrontierItem item) =>
        Where.Eq(i => i.Id, item.Id) & Where.Eq(State, item.State) & Where.Eq(Fence, item.Fence);

    /// <summary>The update that <see cref="FrontierSteps.Lease"/> is, made by the server on what it finds.</summary>
    private async Task<List<FrontierItem>> ClaimAsync(
        FilterDefinition<FrontierItem> seen, FilterDefinition<FrontierItem> due, string owner, DateTimeOffset until)
    {
        var claim = ObjectId.GenerateNewId();
        var lease = Builders<FrontierItem>.Update
            .Set(State, FrontierState.Leased)
            .Set(i => i.Owner, owner)
            .Set(LeasedUntil, until.UtcDateTime)
            .Set(Claim, claim)
            .Inc(Fence, 1L)
            .Inc(i => i.Attempts, 1);
        var result = await _items.UpdateManyAsync(seen & due, lease, null, CancellationToken.None);
        return result.MatchedCount == 0 ? [] : await _items.Find(seen & Where.Eq(Claim, claim)).ToListAsync(CancellationToken.None);
    }

    /// <returns>How many got through.</returns>
    private async Task<int> WriteAsync(IReadOnlyList<WriteModel<FrontierItem>> writes)
    {
        if (writes.Count == 0)
        {
            return 0;
        }

        try
        {
            return Accepted(await _items.BulkWriteAsync(writes, new BulkWriteOptions { IsOrdered = false }, CancellationToken.None));
        }
        catch (MongoBulkWriteException<FrontierItem> e)
            when (e.WriteConcernError is null && e.WriteErrors.All(w => w.Category == ServerErrorCategory.DuplicateKey))
        {
            return Accepted(e.Result); // Somebody else added the same address meanwhile: it waits, which is all that was asked.
        }
    }

    private static int Accepted(BulkWriteResult result) => (int)(result.InsertedCount + result.MatchedCount);
}
