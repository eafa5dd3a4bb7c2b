using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Models;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Jobs;

/// <summary>
/// What leads to what. Nothing is remembered: it is read from the runs each time a job ends and when the service starts, so that a restart or another machine comes to the same answer.
/// <list type="bullet">
/// <item>A model is trained only where the newest crawl ended clean; if not, the training is noted as postponed, and the next crawl that ends clean leads to it.</item>
/// <item>A clean crawl in a store without any model leads to a training.</item>
/// <item>A champion that the newest scores are not of leads to scores, and so does a clean crawl where lives were added since the last scoring began.</item>
/// </list>
/// A job that is off follows from nothing.
/// </summary>
internal sealed class JobChain(IRecordStore store, ModelRegistry registry, FieldGate fields, IOptions<ScheduleOptions> options)
{
    /// <summary>Why a model should not be trained now.</summary>
    /// <returns>One line; null where nothing speaks against it: the newest crawl ended clean, or none ever ran and the lives are imported.</returns>
    public async Task<string?> WhyNotRetrainAsync(CancellationToken cancellationToken) =>
        await FaultAsync(await store.ReadRunsAsync(cancellationToken).FirstOrDefaultAsync(run => run.Command == RunCommands.Crawl, cancellationToken), cancellationToken);

    /// <summary>The job that should run next by what has run.</summary>
    /// <returns>Its name; null where there is none.</returns>
    public async Task<string?> NextAsync(CancellationToken cancellationToken)
    {
        var runs = await store.ReadRunsAsync(cancellationToken).ToListAsync(cancellationToken);
        var (crawl, train, score) = (Newest(RunCommands.Crawl), Newest(RunCommands.Train), Newest(RunCommands.Score));
        var models = await registry.ReadAsync(cancellationToken);
        var isClean = crawl?.Outcome == RunOutcomes.Done && await FaultAsync(crawl, cancellationToken) is null;
        if (IsOn(JobNames.Retrain) && isClean && (train?.Outcome == RunOutcomes.Postponed || (models.Count == 0 && Follows(train, crawl!))))
        {
            return JobNames.Retrain;
        }

        if (!IsOn(JobNames.Rescore) || ModelRegistry.ChampionOf(models) is not { } champion)
        {
            return null;
        }

        // What a scoring was of it notes when it begins: one that failed is tried again by itself.
        var isOfAnother = score?.Inputs.GetValueOrDefault("model") != champion.Id;
        var hasNewLives = isClean && runs.Any(run => run.Counts.GetValueOrDefault("livesAdded") > 0 && Follows(score, run));
        return isOfAnother || hasNewLives ? JobNames.Rescore : null;

        // A training or a scoring that was stopped is still to be done; a crawl that was stopped has left half of it.
        Run? Newest(string command) => runs.FirstOrDefault(run => run.Command == command && (command == RunCommands.Crawl || run.Outcome != RunOutcomes.Stopped));
    }

    // What is wrong with the newest crawl, or the fields of one before it.
    private async Task<string?> FaultAsync(Run? crawl, CancellationToken cancellationToken) => crawl switch
    {
        null or { Outcome: RunOutcomes.Done } => await fields.FindBrokenAsync(cancellationToken) is [var broken, ..] ? $"crawl {broken.Run.Id} found broken fields" : null,
        { Outcome: RunOutcomes.Running } => $"crawl {crawl.Id} has not ended",
        { Outcome: RunOutcomes.Stopped or RunOutcomes.Paused } => $"crawl {crawl.Id} was {crawl.Outcome}{Why(crawl)}",
        _ => $"crawl {crawl.Id} {crawl.Outcome}{Why(crawl)}",
    };

    private bool IsOn(string job) => JobCatalog.Find(job).IsOn(options.Value);

    private static string Why(Run crawl) => crawl.Error is { } error ? $": {error}" : string.Empty;

    // Whether what a run should lead to has not begun since it ended.
    private static bool Follows(Run? run, Run cause) => run is null || run.StartedAt < cause.EndedAt;
}
