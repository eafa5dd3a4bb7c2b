using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Scoring.Drift;
using LiveQuality.Worker.Steps.Models;

namespace LiveQuality.Worker.Steps;

/// <summary>Reads what a store holds, what is to be done, and what was done last.</summary>
internal sealed class StatusReader(IRecordStore store, FieldGate fields, ModelRegistry registry, FeatureStep features, DriftWatch drift, TimeProvider time)
{
    private const int ShownRuns = 5;

    // Enough to find the last crawl among the trainings and scorings of some days.
    private const int ReadRuns = 100;

    public async Task<StoreStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var runs = await RunsAsync(cancellationToken);
        var queue = await store.Frontier.CountAsync(site: null, cancellationToken);
        var (rate, left) = Pace(runs, queue);
        var models = await registry.ReadAsync(cancellationToken);
        var champion = ModelRegistry.ChampionOf(models);
        return new StoreStatus(
            store.Address,
            (await AlertsAsync(runs, queue, cancellationToken)).ConvertAll(alert => alert.Line),
            await store.CountAsync(cancellationToken),
            queue,
            rate,
            left,
            await RulesAsync(cancellationToken),
            champion is null ? null : ModelSummary.Of(champion, models),
            await DriftAsync(champion, cancellationToken),
            // The counts of every field are for machines that read the runs themselves.
            [.. runs.Take(ShownRuns).Select(run => run with { Fields = null })]);
    }

    /// <summary>Only what somebody should look at: cheap enough for every page.</summary>
    public async Task<IReadOnlyList<StatusAlert>> ReadAlertsAsync(CancellationToken cancellationToken) =>
        await AlertsAsync(await RunsAsync(cancellationToken), await store.Frontier.CountAsync(site: null, cancellationToken), cancellationToken);

    /// <summary>Only how far the crawl is: what is to be done, pages a second of the last crawl that fetched any, and how long the rest takes at that rate.</summary>
    public async Task<(FrontierCounts Queue, double? PagesPerSecond, TimeSpan? TimeLeft)> ReadQueueAsync(CancellationToken cancellationToken)
    {
        var queue = await store.Frontier.CountAsync(site: null, cancellationToken);
        var (rate, left) = Pace(await RunsAsync(cancellationToken), queue);
        return (queue, rate, left);
    }

    /// <summary>Only the drift: takes as long as making the feature table; null where there is no champion, or too few lives came since it was trained.</summary>
    public async Task<DriftReport?> ReadDriftAsync(CancellationToken cancellationToken) => await DriftAsync(await registry.FindChampionAsync(cancellationToken), cancellationToken);

    // A model that cannot be used here says nothing of drift; who scores with it hears why.
    private async Task<DriftReport?> DriftAsync(ModelRecord? champion, CancellationToken cancellationToken)
    {
        if (champion is null)
        {
            return null;
        }

        var table = await features.RunAsync(cancellationToken);
        return Scorer.Fault(table, champion) is null ? drift.Look(table, champion, cancellationToken) : null;
    }

    private static (double? PagesPerSecond, TimeSpan? TimeLeft) Pace(IReadOnlyList<Run> runs, FrontierCounts queue)
    {
        var rate = runs.Where(run => run is { Command: RunCommands.Crawl, EndedAt: not null } && run.Inputs.GetValueOrDefault("kind") == nameof(CrawlSourceKind.Network)).Select(Rate).FirstOrDefault(rate => rate > 0);
        return rate > 0 ? (rate, TimeSpan.FromSeconds(Math.Ceiling(queue.Due / rate))) : (null, null);
    }

    private static double Rate(Run run) =>
        run.Counts.GetValueOrDefault("pages") / Math.Max(0.001, (run.EndedAt!.Value - run.StartedAt).TotalSeconds);

    private async Task<List<StatusAlert>> AlertsAsync(IReadOnlyList<Run> runs, FrontierCounts queue, CancellationToken cancellationToken)
    {
        var paused = await store.PausedHostsAsync(time.GetUtcNow(), cancellationToken);
        var alerts = paused.ConvertAll(host => new StatusAlert(StatusAlertKind.HostPaused) { Host = host.Id, At = host.PausedUntil, Said = host.PauseReason });
        foreach (var broken in await fields.FindBrokenAsync(cancellationToken))
        {
            alerts.AddRange(broken.Alerts.Select(alert => new StatusAlert(StatusAlertKind.FieldBroken) { At = broken.Run.StartedAt, Said = alert.Message }));
        }

        if (queue.Failed > 0)
        {
            alerts.Add(new StatusAlert(StatusAlertKind.AddressesFailed) { Count = queue.Failed });
        }

        switch (runs.FirstOrDefault(run => run.Command == RunCommands.Crawl))
        {
            case { Outcome: RunOutcomes.Died } died:
                alerts.Add(new StatusAlert(StatusAlertKind.CrawlDied) { At = died.StartedAt });
                break;
            case { Error: { } error } failed:
                alerts.Add(new StatusAlert(StatusAlertKind.CrawlFailed) { At = failed.StartedAt, Said = error });
                break;
            default:
                break;
        }

        return alerts;
    }

    private ValueTask<List<Run>> RunsAsync(CancellationToken cancellationToken) =>
        store.ReadRunsAsync(ReadRuns, cancellationToken).Select(RunHistory.WithItsEnd).ToListAsync(cancellationToken);

    private async Task<SortedDictionary<string, long>> RulesAsync(CancellationToken cancellationToken)
    {
        var rules = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await foreach (var entry in store.ReadAsync(Collections.Quarantine, new Query<QuarantineEntry>(), cancellationToken))
        {
            rules[entry.Rule] = rules.GetValueOrDefault(entry.Rule) + 1;
        }

        return rules;
    }
}
