using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Models;

namespace LiveQuality.Worker.Jobs;

/// <summary>
/// What leads to what. Nothing is remembered: it is read from the runs each time a job ends and when the service starts, so that a restart or another machine comes to the same answer.
/// <list type="bullet">
/// <item>A model is trained only where the newest crawl ended clean; if not, the training is noted as postponed, and the next crawl that ends clean leads to it.</item>
/// <item>A clean crawl in a store without any model leads to a training.</item>
/// <item>A training that made a new champion leads to scores, and so does a clean crawl where lives were added since the last scoring.</item>
/// </list>
/// </summary>
internal sealed class JobChain(IRecordStore store, ModelRegistry registry)
{
    /// <summary>Why a model should not be trained now.</summary>
    /// <returns>One line; null where nothing speaks against it: the newest crawl ended clean, or none ever ran and the lives are imported.</returns>
    public async Task<string?> WhyNotRetrainAsync(CancellationToken cancellationToken)
    {
        var crawl = await store.ReadRunsAsync(cancellationToken).FirstOrDefaultAsync(run => run.Command == RunCommands.Crawl, cancellationToken);
        return crawl switch
        {
            null or { Outcome: RunOutcomes.Done } when crawl is null || IsClean(crawl) => null,
            { Outcome: RunOutcomes.Done } => $"crawl {crawl.Id} found broken fields",
            { Outcome: RunOutcomes.Running } => $"crawl {crawl.Id} has not ended",
            _ => $"crawl {crawl!.Id} {(crawl.Outcome == RunOutcomes.Stopped ? "was stopped" : crawl.Outcome)}{(crawl.Error is { } error ? $": {error}" : string.Empty)}",
        };
    }

    /// <summary>The job that should run next by what has run.</summary>
    /// <returns>Its name; null where there is none.</returns>
    public async Task<string?> NextAsync(CancellationToken cancellationToken)
    {
        var runs = await store.ReadRunsAsync(cancellationToken).ToListAsync(cancellationToken);
        var (crawl, train, score) = (Newest(RunCommands.Crawl), Newest(RunCommands.Train), Newest(RunCommands.Score));
        var models = await registry.ReadAsync(cancellationToken);
        var isClean = crawl is not null && IsClean(crawl);
        if (isClean && (train?.Outcome == RunOutcomes.Postponed || (models.Count == 0 && Follows(train, crawl!))))
        {
            return JobNames.Retrain;
        }

        if (ModelRegistry.ChampionOf(models) is null)
        {
            return null;
        }

        var isPromoted = train?.Counts.GetValueOrDefault("modelsPromoted") > 0 && Follows(score, train);
        var hasNewLives = isClean && Follows(score, crawl!) && runs.TakeWhile(run => run != score).Any(run => run.Counts.GetValueOrDefault("livesAdded") > 0);
        return isPromoted || hasNewLives ? JobNames.Rescore : null;

        // A training or a scoring that was stopped is still to be done; a crawl that was stopped has left half of it.
        Run? Newest(string command) => runs.FirstOrDefault(run => run.Command == command && (command == RunCommands.Crawl || run.Outcome != RunOutcomes.Stopped));
    }

    private static bool IsClean(Run crawl) => crawl.Outcome == RunOutcomes.Done && !(crawl.Fields is { Accepted: false } fields && fields.Alerts.Any(alert => alert.Broken));

    // Whether what a run should lead to has not begun since it ended.
    private static bool Follows(Run? run, Run cause) => run is null || run.StartedAt < cause.EndedAt;
}
