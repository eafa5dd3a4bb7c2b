using LiveQuality.Crawler.Records;
using MongoDB.Bson;
using MongoDB.Driver;

namespace LiveQuality.Crawler.Storage.Mongo;

/// <summary>One batch of records on its way into one collection.</summary>
/// <remarks>
/// No transactions, since a standalone server has none. Instead:
/// (1) A write is guarded by the revision that it read; whoever lost reads again and merges again, so concurrent writers lose nothing.
/// (2) The observation goes first and is only ever inserted: it is the log, and the live is what the log comes to. Who finds that the next version's
/// observation is there already (its writer is slower, or dead) plays it into the live before merging his own; so what is logged happens, exactly once.
/// </remarks>
internal sealed class MongoUpsert<T>(IMongoDatabase database, Collection<T> collection)
    where T : class, IRecord
{
    private const int ChunkSize = 1000;

    // In each round at least one of the contenders for a document gets through; so many in vain is no contention any more.
    private const int MaxRounds = 1000;

    private readonly IMongoCollection<BsonDocument> _records = database.GetCollection<BsonDocument>(collection.Name);
    private readonly IMongoCollection<BsonDocument> _observations = database.GetCollection<BsonDocument>(Collections.Observations.Name);

    public async Task<UpsertCounts> RunAsync(IReadOnlyList<T> records, CancellationToken cancellationToken)
    {
        var keys = records
            .Select(r => RecordBson.AsStored(collection.Name, r))
            .GroupBy(r => r.Id, (id, views) => new Key(id, views.ToArray(), Contended: false), StringComparer.Ordinal);

        // All that may be cancelled comes before all that writes.
        var chunks = new List<IReadOnlyList<UpsertPlan<T>>>();
        foreach (var chunk in keys.Chunk(ChunkSize))
        {
            chunks.Add(await PlanAsync(chunk, cancellationToken));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var counts = default(UpsertCounts);
        foreach (var chunk in chunks)
        {
            counts += await WriteAsync(chunk);
        }

        return counts;
    }

    private async Task<UpsertCounts> WriteAsync(IReadOnlyList<UpsertPlan<T>> plans)
    {
        var counts = default(UpsertCounts);
        for (var round = 0; plans.Count > 0; round++)
        {
            if (round == MaxRounds)
            {
                throw new StoreException($"{collection.Name} {plans[0].Id} could not be written: others changed it {MaxRounds} times meanwhile");
            }

            var unlogged = await LogAsync(plans);
            var lost = await KeepAsync(plans.Where(p => !unlogged.Contains(p)));

            var again = new List<Key>();
            foreach (var plan in plans)
            {
                var decided = plan.IsLogged ? !unlogged.Contains(plan) : !lost.Contains(plan);
                counts += decided ? plan.Counts : default;
                if (!decided || lost.Contains(plan))
                {
                    again.Add(new Key(plan.Id, decided ? plan.Rest : plan.Incoming, Contended: true));
                }
                else if (!plan.Rest.IsEmpty)
                {
                    again.Add(new Key(plan.Id, plan.Rest, Contended: false));
                }
            }

            plans = again.Count == 0 ? [] : await PlanAsync(again, CancellationToken.None);
        }

        return counts;
    }

    private async Task<IReadOnlyList<UpsertPlan<T>>> PlanAsync(IReadOnlyList<Key> keys, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(_records, "_id", keys.Select(k => k.Id), cancellationToken);
        var contended = typeof(T) == typeof(Live) ? keys.Where(k => k.Contended).Select(k => k.Id).ToList() : [];
        var log = contended.Count == 0 ? [] : await FindAsync(_observations, Collections.ObservationsByLive.Name, contended, cancellationToken);
        return [.. keys.Select(k => UpsertPlan<T>.Make(collection, k.Id, k.Views, stored.GetValueOrDefault(k.Id), log))];
    }

    private static async Task<Dictionary<string, BsonDocument>> FindAsync(
        IMongoCollection<BsonDocument> documents, string field, IEnumerable<string> values, CancellationToken cancellationToken)
    {
        var found = await documents.Find(Builders<BsonDocument>.Filter.In(field, values)).ToListAsync(cancellationToken);
        return found.ToDictionary(d => d["_id"].AsString, StringComparer.Ordinal);
    }

    /// <returns>The plans whose observation's key is taken.</returns>
    private async Task<HashSet<UpsertPlan<T>>> LogAsync(IEnumerable<UpsertPlan<T>> plans)
    {
        var logging = plans.Where(p => p.Observation is not null).ToList();
        var taken = await _observations.WriteGuardedAsync(logging.ConvertAll(p => p.Log()));
        return [.. taken.Select(i => logging[i])];
    }

    /// <returns>The plans whose document somebody else wrote meanwhile.</returns>
    private async Task<HashSet<UpsertPlan<T>>> KeepAsync(IEnumerable<UpsertPlan<T>> plans)
    {
        var writing = plans.Where(p => p.Result is not null).ToList();
        var taken = await _records.WriteGuardedAsync(writing.ConvertAll(p => p.Keep()));
        return [.. taken.Select(i => writing[i])];
    }

    private readonly record struct Key(string Id, ReadOnlyMemory<T> Views, bool Contended);
}
