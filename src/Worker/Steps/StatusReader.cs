using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps;

/// <summary>What a store holds and what was done last.</summary>
internal sealed class StatusReader(IRecordStore store)
{
    private const int ShownRuns = 5;

    public async Task<StoreStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var rules = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await foreach (var entry in store.ReadAsync(Collections.Quarantine, new Query<QuarantineEntry>(), cancellationToken))
        {
            rules[entry.Rule] = rules.GetValueOrDefault(entry.Rule) + 1;
        }

        var runs = new List<Run>();
        await foreach (var run in store.ReadAsync(Collections.Runs, new Query<Run> { Descending = true, Limit = ShownRuns }, cancellationToken))
        {
            runs.Add(run);
        }

        return new StoreStatus(
            store.Address,
            await store.CountAsync(cancellationToken),
            ByState(await store.Frontier.CountAsync(site: null, cancellationToken)),
            rules,
            runs);
    }

    private static Dictionary<string, long> ByState(FrontierCounts counts) => new Dictionary<string, long>
    {
        [FrontierState.Waiting] = counts.Due + counts.Later,
        [FrontierState.Leased] = counts.Leased,
        [FrontierState.Done] = counts.Done,
        [FrontierState.Failed] = counts.Failed,
    }.Where(state => state.Value > 0).ToDictionary();
}
