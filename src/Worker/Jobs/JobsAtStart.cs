using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Jobs;

/// <summary>What runs when the service starts: what died here, the first crawl of a new store, and what should have followed from the last run.</summary>
internal sealed partial class JobsAtStart(IRecordStore store, DeadRuns dead, JobChain chain, JobStarter starter, IOptions<ScheduleOptions> options, ILogger<JobsAtStart> logger)
{
    private readonly ILogger _logger = logger;

    /// <summary>May be repeated when the store failed in the middle.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var run in await dead.CloseAsync(run => run.Owner is { } owner && LeaseOwner.IsDeadHere(owner), cancellationToken))
        {
            Log.Died(_logger, run.Id);
            // A cluster has noticed by itself, and another machine may be at it.
            if (run.Job is { } job && options.Value.Cluster is null)
            {
                await starter.StartAsync(job, RunTriggers.Recovery, [.. JobRunner.SlotsOf(run)], cancellationToken);
            }
        }

        if (options.Value.FirstRunAtStart && !await HasCrawledAsync(cancellationToken))
        {
            await starter.StartAsync(JobNames.CrawlFeed, RunTriggers.Schedule, [], cancellationToken);
        }
        else if (await chain.NextAsync(cancellationToken) is { } next)
        {
            await starter.StartAsync(next, RunTriggers.Chain, [], cancellationToken);
        }
    }

    // One that died is started again as such, one that goes on elsewhere is none to repeat; one that was stopped has not ended by itself.
    private async Task<bool> HasCrawledAsync(CancellationToken cancellationToken) =>
        await store.ReadRunsAsync(cancellationToken).AnyAsync(run => run is { Command: JobChain.Crawl, Outcome: not RunOutcomes.Stopped } && (run.Outcome != RunOutcomes.Died || run.Job == JobNames.CrawlFeed), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "run {Run} died; it goes on from what it had stored")]
        public static partial void Died(ILogger logger, string run);
    }
}
