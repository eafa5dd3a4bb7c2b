using System.Runtime.CompilerServices;
using LiveQuality.Crawler.Records;
using MongoDB.Bson;
using MongoDB.Driver;

namespace LiveQuality.Crawler.Storage.Mongo;

/// <summary>The frontier in MongoDB. What a write has read guards it, so of two workers one gets through and the other looks again.</summary>
internal sealed class MongoFrontier : IFrontier
{
    private const string State = "state";
    private const string DueAt = "dueAt";
    private const string LeasedUntil = "leasedUntil";
    private const string Owner = "owner";
    private const string Fence = "fence";

    // Marks the items of one call, so that they can be told from those that somebody else took in between.
    private const string Claim = "claim";

    private static readonly FilterDefinitionBuilder<FrontierItem> Where = Builders<FrontierItem>.Filter;
    private static readonly SortDefinition<FrontierItem> Order = Builders<FrontierItem>.Sort.Ascending(i => i.Priority).Ascending(i => i.DueAt).Ascending(i => i.Id);

    private readonly MongoAddress _address;
    private readonly IMongoCollection<FrontierItem> _items;
    private readonly FrontierWrites _writes;
    private readonly TimeProvider _time;

    public MongoFrontier(MongoAddress address, IMongoDatabase database, TimeProvider time)
    {
        RecordBson.Register();
        _address = address;
        _items = database.GetCollection<FrontierItem>(Collections.Frontier);
        _writes = new FrontierWrites(_items);
        _time = time;
    }

    /// <summary>The indexes: what is handed out, in order, and counted; what is leased, which is little however long the queue is.</summary>
    public static IReadOnlyList<CreateIndexModel<BsonDocument>> Indexes =>
    [
        new(new BsonDocument { { "site", 1 }, { State, 1 }, { "priority", 1 }, { DueAt, 1 }, { "_id", 1 } }),
        new(
            new BsonDocument { { "site", 1 }, { LeasedUntil, 1 }, { Owner, 1 } },
            new CreateIndexOptions<BsonDocument> { PartialFilterExpression = new BsonDocument(State, FrontierState.Leased) }),
        new(
            new BsonDocument(Owner, 1),
            new CreateIndexOptions<BsonDocument> { PartialFilterExpression = new BsonDocument(State, FrontierState.Leased) }),
    ];

    public Task<int> AddAsync(IReadOnlyList<FrontierItem> items, CancellationToken cancellationToken) =>
        _address.NamedAsync(() => _writes.RunAsync(items, FrontierSteps.Add, FrontierSteps.IsQueued, cancellationToken));

    public Task<int> CompleteAsync(IReadOnlyList<FrontierItem> items, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        return _address.NamedAsync(() => _writes.RunAsync(
            [.. items.DistinctBy(i => i.Id)], (known, given) => FrontierSteps.Complete(known, given, now), _ => true, cancellationToken));
    }

    public Task<IReadOnlyList<FrontierItem>> LeaseAsync(
        string site, string owner, int count, TimeSpan duration, CancellationToken cancellationToken) =>
        _address.NamedAsync<IReadOnlyList<FrontierItem>>(async () =>
        {
            // A few round trips for any number of items: look, claim what is still free, read what was claimed. Where others claimed all of it, look again.
            while (count > 0)
            {
                var now = _time.GetUtcNow();
                var free = (await FreeAsync(site, now, count, cancellationToken)).ToLookup(FrontierSteps.IsHopeless);
                cancellationToken.ThrowIfCancellationRequested();
                await _writes.RunAsync(
                    [.. free[true]], (known, seen) => known?.State == seen.State && known.Fence == seen.Fence ? FrontierSteps.GiveUp(known, now) : null, _ => true, CancellationToken.None);
                var chosen = FrontierSteps.Choose(free[false], count);
                var leased = chosen.Count == 0 ? [] : await ClaimAsync(chosen, owner, now, now + duration);
                if (leased.Count > 0 || (chosen.Count == 0 && !free[true].Any()))
                {
                    return leased;
                }
            }

            return [];
        });

    public Task<int> RenewAsync(string owner, TimeSpan duration, CancellationToken cancellationToken) => _address.NamedAsync(async () =>
    {
        var until = Builders<FrontierItem>.Update.Set(LeasedUntil, (_time.GetUtcNow() + duration).UtcDateTime);
        return (int)(await _items.UpdateManyAsync(LeasedBy(owner), until, null, cancellationToken)).MatchedCount;
    });

    public Task<int> ReleaseAsync(string owner, CancellationToken cancellationToken) => _address.NamedAsync(async () =>
    {
        // The update that FrontierSteps.Release is, made by the server on what it finds.
        var release = Builders<FrontierItem>.Update.Set(State, FrontierState.Waiting).Unset(Owner).Unset(LeasedUntil).Inc(i => i.Abandoned, 1);
        return (int)(await _items.UpdateManyAsync(LeasedBy(owner), release, null, cancellationToken)).MatchedCount;
    });

    public Task<IReadOnlyList<string>> OwnersAsync(string site, CancellationToken cancellationToken) => _address.NamedAsync<IReadOnlyList<string>>(async () =>
    {
        var leased = Where.Eq(State, FrontierState.Leased) & Where.Eq(i => i.Site, site);
        var owners = await _items.Aggregate().Match(leased).Group(i => i.Owner, g => new { Owner = g.Key }).ToListAsync(cancellationToken);
        return [.. owners.Select(o => o.Owner).OfType<string>().Order(StringComparer.Ordinal)];
    });

    public Task<FrontierCounts> CountAsync(string? site, CancellationToken cancellationToken) => _address.NamedAsync(async () =>
    {
        var now = _time.GetUtcNow();
        var ofSite = site is null ? Where.Empty : Where.Eq(i => i.Site, site);
        var states = await _items.Aggregate().Match(ofSite).Group(i => i.State, g => new { State = g.Key, Count = g.LongCount() }).ToListAsync(cancellationToken);
        var later = await _items.Aggregate()
            .Match(ofSite & Where.Eq(State, FrontierState.Waiting) & Where.Gt(i => i.DueAt, now))
            .Group(i => i.State, g => new { Count = g.LongCount(), First = g.Min(i => i.DueAt) })
            .FirstOrDefaultAsync(cancellationToken);
        var counts = states.ToDictionary(s => s.State, s => s.Count);
        var waiting = counts.GetValueOrDefault(FrontierState.Waiting);
        var notDue = later?.Count ?? 0;
        return new FrontierCounts(
            Math.Max(waiting - notDue, 0), // The two numbers are of two moments.
            notDue,
            counts.GetValueOrDefault(FrontierState.Leased),
            counts.GetValueOrDefault(FrontierState.Done),
            counts.GetValueOrDefault(FrontierState.Failed),
            later?.First);
    });

    public Task<FrontierItem?> FindAsync(string id, CancellationToken cancellationToken) =>
        _address.NamedAsync(async () => (FrontierItem?)await _items.Find(Where.Eq(i => i.Id, id)).FirstOrDefaultAsync(cancellationToken));

    public Task<int> RequeueAsync(string? site, string? runId, CancellationToken cancellationToken) => _address.NamedAsync(async () =>
    {
        var now = _time.GetUtcNow();
        var failed = Where.Eq(State, FrontierState.Failed) & (site is null ? Where.Empty : Where.Eq(i => i.Site, site));
        var items = (await _items.Find(failed).ToListAsync(cancellationToken)).FindAll(i => FrontierSteps.IsOfRun(i, runId));
        return await _writes.RunAsync(
            items, (known, _) => known?.State == FrontierState.Failed ? FrontierSteps.Again(known, now) : null, _ => true, cancellationToken);
    });

    public async IAsyncEnumerable<FrontierItem> ReadAsync(string site, string state, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (limit == 0)
        {
            yield break; // The driver takes 0 for no limit.
        }

        var options = new FindOptions<FrontierItem> { Sort = Order, Limit = limit };
        using var cursor = await _address.NamedAsync(() => _items.FindAsync(Where.Eq(i => i.Site, site) & Where.Eq(State, state), options, cancellationToken));
        while (await _address.NamedAsync(() => cursor.MoveNextAsync(cancellationToken)))
        {
            foreach (var item in cursor.Current)
            {
                yield return item;
            }
        }
    }

    private static FilterDefinition<FrontierItem> LeasedBy(string owner) => Where.Eq(State, FrontierState.Leased) & Where.Eq(Owner, owner);

    private async Task<IEnumerable<FrontierItem>> FreeAsync(string site, DateTimeOffset now, int count, CancellationToken cancellationToken)
    {
        var ofSite = Where.Eq(i => i.Site, site);
        var expired = await _items
            .Find(ofSite & Where.Eq(State, FrontierState.Leased) & Where.Lte(LeasedUntil, now.UtcDateTime))
            .Sort(Order).Limit(count).ToListAsync(cancellationToken);
        var waiting = ofSite & Where.Eq(State, FrontierState.Waiting);
        var due = new List<FrontierItem>();
        int? priority = null;
        while (due.Count < count)
        {
            // Each priority is a range of the index; one query over all of them would read past everything that is due later.
            var first = await _items.Find(priority is { } above ? waiting & Where.Gt(i => i.Priority, above) : waiting)
                .Sort(Order).Limit(1).Project(i => new { i.Priority }).FirstOrDefaultAsync(cancellationToken);
            if (first is null)
            {
                break;
            }

            priority = first.Priority;
            due.AddRange(await _items.Find(waiting & Where.Eq(i => i.Priority, first.Priority) & Where.Lte(i => i.DueAt, now))
                .Sort(Order).Limit(count - due.Count).ToListAsync(cancellationToken));
        }

        return due.Concat(expired);
    }

    /// <summary>The update that <see cref="FrontierSteps.Lease"/> is, made by the server on what is still free of <paramref name="chosen"/>.</summary>
    private async Task<List<FrontierItem>> ClaimAsync(List<FrontierItem> chosen, string owner, DateTimeOffset now, DateTimeOffset until)
    {
        var claim = ObjectId.GenerateNewId();
        var lease = Builders<FrontierItem>.Update
            .Set(State, FrontierState.Leased)
            .Set(Owner, owner)
            .Set(LeasedUntil, until.UtcDateTime)
            .Set(Claim, claim)
            .Inc(Fence, 1L)
            .Inc(i => i.Attempts, 1);
        var seen = Where.In(i => i.Id, chosen.Select(i => i.Id));
        await _items.UpdateManyAsync(
            seen & Where.Eq(State, FrontierState.Waiting) & Where.Lte(DueAt, now.UtcDateTime), lease, null, CancellationToken.None);
        if (chosen.Exists(i => i.State == FrontierState.Leased))
        {
            await _items.UpdateManyAsync(
                seen & Where.Eq(State, FrontierState.Leased) & Where.Lte(LeasedUntil, now.UtcDateTime),
                lease.Inc(i => i.Abandoned, 1),
                null,
                CancellationToken.None);
        }

        var leased = await _items.Find(seen & Where.Eq(Claim, claim)).ToListAsync(CancellationToken.None);
        return [.. leased.OrderBy(i => i.Priority).ThenBy(i => i.DueAt).ThenBy(i => i.Id, StringComparer.Ordinal)];
    }
}
