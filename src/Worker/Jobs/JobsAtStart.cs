using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;
using Microsoft.Extensions.Options;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>What runs when the service starts: what died here, what was missed while the service was down, the first crawl of a new store, and what should have followed from the last run.</summary>
internal sealed partial class JobsAtStart(IRecordStore store, DeadRuns dead, JobChain chain, JobStarter starter, IOptions<ScheduleOptions> options, TimeProvider time, ILogger<JobsAtStart> logger)
{
    private readonly ILogger _logger = logger;

    /// <summary>May be repeated when the store failed in the middle.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // A cluster has noticed by itself what died and what was missed, and another machine may be at it.
        var isAlone = options.Value.Cluster is null;
        var (missed, started) = (isAlone ? await MissedAsync(cancellationToken) : [], new HashSet<string>());
        foreach (var run in await dead.CloseAsync(RunHistory.HasDiedHere, cancellationToken))
        {
            Log.Died(_logger, run.Id);
            if (isAlone && run.Job is { } job && started.Add(job))
            {
                await StartAsync(job, RunTriggers.Recovery, [.. JobRunner.SlotsOf(run).Union(missed.GetValueOrDefault(job) ?? [])], cancellationToken);
            }
        }

        foreach (var (job, slots) in missed.Where(pair => started.Add(pair.Key)))
        {
            await StartAsync(job, RunTriggers.Schedule, slots, cancellationToken);
        }

        if (options.Value.FirstRunAtStart && !await HasCrawledAsync(cancellationToken) && started.Add(JobNames.CrawlFeed))
        {
            await StartAsync(JobNames.CrawlFeed, RunTriggers.Schedule, [], cancellationToken);
        }
        else if (await chain.NextAsync(cancellationToken) is { } next && started.Add(next))
        {
            await StartAsync(next, RunTriggers.Chain, [], cancellationToken);
        }
    }

    private async Task StartAsync(string job, string trigger, IReadOnlyList<DateTimeOffset> slots, CancellationToken cancellationToken)
    {
        try
        {
            await starter.StartAsync(job, trigger, slots, cancellationToken);
        }
        catch (ScheduleException e)
        {
            // It ran before, and has been switched off since.
            Log.NotStarted(_logger, e.Message);
        }
    }

    // Kept in memory, the schedule forgets; the newest run of a job tells since when times may have been missed. One that never ran has missed none.
    private async Task<Dictionary<string, IReadOnlyList<DateTimeOffset>>> MissedAsync(CancellationToken cancellationToken)
    {
        var missed = new Dictionary<string, IReadOnlyList<DateTimeOffset>>();
        var runs = await store.ReadRunsAsync(cancellationToken).ToListAsync(cancellationToken);
        foreach (var job in JobCatalog.All.Where(job => job.Misfire == CronTriggerMisfireInstruction.FireAndProceed))
        {
            if (runs.FirstOrDefault(run => run.Job == job.Name) is { } last && ShanghaiCron.Since(job.Cron(options.Value), last.StartedAt, time.GetUtcNow()) is { Count: > 0 } slots)
            {
                missed[job.Name] = slots;
            }
        }

        return missed;
    }

    // One that died is started again as such, one that goes on elsewhere is none to repeat; one that was stopped has not ended by itself.
    private async Task<bool> HasCrawledAsync(CancellationToken cancellationToken) =>
        await store.ReadRunsAsync(cancellationToken).AnyAsync(run => run is { Command: RunCommands.Crawl, Outcome: not RunOutcomes.Stopped } && (run.Outcome != RunOutcomes.Died || run.Job == JobNames.CrawlFeed), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Why}; what it missed is left")]
        public static partial void NotStarted(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "run {Run} died; it goes on from what it had stored")]
        public static partial void Died(ILogger logger, string run);
    }
}
