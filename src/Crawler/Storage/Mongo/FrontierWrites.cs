using LiveQuality.Crawler.Records;
using MongoDB.Driver;

namespace LiveQuality.Crawler.Storage.Mongo;

/// <summary>Read, decide, write: each write guarded by what was read. What somebody else moved in between is decided anew.</summary>
internal sealed class FrontierWrites(IMongoCollection<FrontierItem> items)
{
    // In each round at least one of the contenders for an item gets through; so many in vain is no contention any more.
    private const int MaxRounds = 1000;

    private static readonly FilterDefinitionBuilder<FrontierItem> Where = Builders<FrontierItem>.Filter;

    /// <param name="given">New views of items.</param>
    /// <param name="step">From the stored item, null where there is none, and the given one to what to write; null where the stored one stays.</param>
    /// <param name="counts">Whether a write over this stored item counts.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>How many writes counted.</returns>
    public async Task<int> RunAsync(
        IReadOnlyList<FrontierItem> given,
        Func<FrontierItem?, FrontierItem, FrontierItem?> step,
        Func<FrontierItem?, bool> counts,
        CancellationToken cancellationToken)
    {
        var left = given.Select(i => RecordBson.AsStored(Collections.Frontier, i)).ToLookup(i => i.Id, StringComparer.Ordinal).ToList();
        var counted = 0;
        for (var round = 0; left.Count > 0; round++)
        {
            if (round == MaxRounds)
            {
                throw new StoreException($"{Collections.Frontier} {left[0].Key} could not be written: others changed it {MaxRounds} times meanwhile");
            }

            var known = (await items.Find(Where.In(i => i.Id, left.Select(g => g.Key))).ToListAsync(cancellationToken)).ToDictionary(i => i.Id, StringComparer.Ordinal);
            var moves = left
                .Select(views => (Views: views, Before: known.GetValueOrDefault(views.Key)))
                .Select(m => (m.Views, m.Before, After: m.Views.Aggregate(m.Before, (now, view) => step(now, view) ?? now)))
                .Where(m => !ReferenceEquals(m.Before, m.After))
                .ToList();
            cancellationToken.ThrowIfCancellationRequested();
            var lost = await items.WriteGuardedAsync(moves.ConvertAll(m => Write(m.Before, m.After!)));
            counted += moves.Where((m, index) => !lost.Contains(index) && counts(m.Before)).Count();
            left = [.. lost.Order().Select(index => moves[index].Views)];
            cancellationToken = CancellationToken.None; // Something is written: now all of it.
        }

        return counted;
    }

    private static WriteModel<FrontierItem> Write(FrontierItem? before, FrontierItem after) => before is null
        ? new InsertOneModel<FrontierItem>(after)
        : new ReplaceOneModel<FrontierItem>(Unmoved(before), after) { IsUpsert = true };

    // The fence grows with every lease, the state tells the rest apart, and due time and priority are what an item that waits can change.
    private static FilterDefinition<FrontierItem> Unmoved(FrontierItem item) =>
        Where.Eq(i => i.Id, item.Id) & Where.Eq(i => i.State, item.State) & Where.Eq(i => i.Fence, item.Fence)
        & Where.Eq(i => i.DueAt, item.DueAt) & Where.Eq(i => i.Priority, item.Priority);
}
