using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;
using Microsoft.Extensions.Options;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>What runs when the service starts: what did not come to its end, what was missed while the service was down, the first crawl of a new store, and what should have followed from the last run.</summary>
internal sealed partial class JobsAtStart(IRecordStore store, DeadRuns dead, JobChain chain, JobStarter starter, IOptions<ScheduleOptions> options, TimeProvider time, ILogger<JobsAtStart> logger)
{
    // A job that has died so often in a row may be what the service dies of.
    private const int MostDeaths = 3;

    private readonly ILogger _logger = logger;

    /// <summary>May be repeated when the store failed in the middle: all is read from the runs.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // A cluster has noticed by itself what died and what was missed, and another machine may be at it.
        var isAlone = options.Value.Cluster is null;
        foreach (var run in await dead.CloseAsync(run => run.HasDiedHere() || (isAlone && IsOfAnEarlierService(run)), cancellationToken))
        {
            Log.Died(_logger, run.Id);
        }

        var runs = await store.ReadRunsAsync(cancellationToken).ToListAsync(cancellationToken);
        var started = new HashSet<string>();
        foreach (var job in JobCatalog.All.Where(job => isAlone && job.IsOn(options.Value)))
        {
            await MakeUpAsync(job, [.. runs.Where(run => run.Job == job.Name)], started, cancellationToken);
        }

        var hasCrawled = runs.Any(run => run is { Command: RunCommands.Crawl, Outcome: not (RunOutcomes.Stopped or RunOutcomes.Died) });
        if (options.Value.FirstRunAtStart && !hasCrawled && JobCatalog.Find(JobNames.CrawlFeed).IsOn(options.Value) && started.Add(JobNames.CrawlFeed))
        {
            await StartAsync(JobNames.CrawlFeed, RunTriggers.Schedule, [], cancellationToken);
        }
        else if (await chain.NextAsync(cancellationToken) is { } next && started.Add(next))
        {
            await StartAsync(next, RunTriggers.Chain, [], cancellationToken);
        }
    }

    // What did not come to its end, and the times that were missed. Kept in memory, the schedule forgets; the newest run of a job tells. One that never ran has missed none.
    private async Task MakeUpAsync(JobDefinition job, List<Run> runs, HashSet<string> started, CancellationToken cancellationToken)
    {
        if (runs is not [var newest, ..])
        {
            return;
        }

        var missed = job.Misfire == CronTriggerMisfireInstruction.FireAndProceed ? ShanghaiCron.Since(job.Cron(options.Value), newest.StartedAt, time.GetUtcNow()) : [];
        var isUnfinished = newest is { Outcome: RunOutcomes.Died or RunOutcomes.Stopped } or { RetryAt: not null } && newest.Trigger != RunTriggers.Backfill;
        if (isUnfinished && runs.Take(MostDeaths).Count(run => run.Outcome == RunOutcomes.Died) == MostDeaths)
        {
            Log.KeepsDying(_logger, job.Name, MostDeaths);
            started.Add(job.Name);
        }
        else if (isUnfinished || missed.Count > 0)
        {
            started.Add(job.Name);
            await StartAsync(job.Name, isUnfinished ? RunTriggers.Recovery : RunTriggers.Schedule, isUnfinished ? [.. JobRunner.SlotsOf(newest).Union(missed)] : missed, cancellationToken);
        }
    }

    // Where there is one service, no job of another process can go on, whatever machine or container that was. A backfill can: somebody typed it.
    private static bool IsOfAnEarlierService(Run run) => run is { Job: not null, Trigger: not RunTriggers.Backfill } && !LeaseOwner.IsOurs(run.Owner);

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

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Why}; what it missed is left")]
        public static partial void NotStarted(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Job} has died {Times} times in a row; it is not begun again before its time")]
        public static partial void KeepsDying(ILogger logger, string job, int times);

        [LoggerMessage(Level = LogLevel.Warning, Message = "run {Run} died; it goes on from what it had stored")]
        public static partial void Died(ILogger logger, string run);
    }
}
