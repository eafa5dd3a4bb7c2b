using System.Data.Common;
using LiveQuality.Crawler;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Jobs.Notices;
using LiveQuality.Worker.Steps;
using Microsoft.Extensions.Options;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>Runs a job once its store answers, in a scope of its own, and starts what follows from it.</summary>
internal sealed partial class JobRunner(
    IServiceScopeFactory scopes, IRecordStore store, StoreGate gate, NoticeBoard notices, DeadRuns dead, JobChain chain, JobStarter starter, IOptions<ScheduleOptions> options, TimeProvider time, ILogger<JobRunner> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = logger;

    /// <param name="job">The job.</param>
    /// <param name="trigger">One of <see cref="RunTriggers"/>.</param>
    /// <param name="slots">Times of the schedule that it stands for.</param>
    /// <param name="cancellationToken">Stops it between two batches.</param>
    public async Task<JobOutcome> RunAsync(JobDefinition job, string trigger, IReadOnlyList<DateTimeOffset> slots, CancellationToken cancellationToken)
    {
        JobOutcome? outcome = null;
        while (outcome is null)
        {
            await gate.WaitAsync(cancellationToken);
            outcome = await TryAsync(job, trigger, slots, cancellationToken);
        }

        return outcome;
    }

    /// <summary>What comes after a run: it is noted when it is tried again, what somebody should hear of is put up, and what follows is started.</summary>
    /// <param name="job">The job.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="retryAt">When it is tried again; null where it is not.</param>
    /// <param name="cancellationToken">Stops to wait for the store.</param>
    public async Task EndAsync(JobDefinition job, JobOutcome outcome, DateTimeOffset? retryAt, CancellationToken cancellationToken)
    {
        var findings = outcome.Findings;
        // That the site has turned us away is told as such.
        if (retryAt is null && outcome.End is JobEnd.Failed or JobEnd.Refused && !findings.Any(finding => finding.Kind == NoticeKinds.Refused))
        {
            findings = [.. findings, Findings.OfFailure(job.Name, outcome.Why, ShanghaiCron.Day(time.GetUtcNow()))];
        }

        await StoreAsync(
            job,
            async () =>
            {
                await NoteRetryAsync(outcome.RunId, retryAt);
                await notices.RaiseAsync(findings, outcome.RunId, CancellationToken.None);
            },
            cancellationToken);
        await FollowAsync(job, cancellationToken);
    }

    // Null where the store went away: that is no failure of the job's, and every step may be repeated.
    private async Task<JobOutcome?> TryAsync(JobDefinition job, string trigger, IReadOnlyList<DateTimeOffset> slots, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var journal = scope.ServiceProvider.GetRequiredService<RunJournal>();
        Log.Started(_logger, job.Name, trigger);
        try
        {
            scope.ServiceProvider.GetRequiredService<RunOrigin>().Set(job.Name, trigger, [.. slots.Union(await DiedAsync(job, cancellationToken)).Order()]);
            var outcome = await job.CallAsync(scope.ServiceProvider, cancellationToken);
            Note(job, outcome, journal.Newest, time.GetElapsedTime(start));
            return outcome with { RunId = journal.Newest?.Id };
        }
        catch (StoreException e)
        {
            // It may be back by now, and was away all the same.
            var isAway = e.IsAway || await gate.AskAsync(cancellationToken) is not null;
            var took = time.GetElapsedTime(start);
            Log.Failed(_logger, job.Name, e.Message, took.TotalSeconds);
            await StoreAsync(job, journal.NoteLostAsync, cancellationToken);
            return isAway ? null : new JobOutcome(JobEnd.Failed, e.Message) { RunId = journal.Newest?.Id };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            var took = time.GetElapsedTime(start);
            Log.Stopped(_logger, job.Name, took.TotalSeconds);
            throw;
        }
    }

    // No job runs beside itself, so in a cluster a run of it that seems to go on has died with its machine; but a backfill runs beside the schedule. This one stands for its times as well.
    private async Task<IEnumerable<DateTimeOffset>> DiedAsync(JobDefinition job, CancellationToken cancellationToken) => options.Value.Cluster is null
        ? []
        : (await dead.CloseAsync(run => run.Job == job.Name && run.Trigger != RunTriggers.Backfill, cancellationToken)).SelectMany(SlotsOf);

    /// <summary>Times of the schedule that a run stands for.</summary>
    public static IEnumerable<DateTimeOffset> SlotsOf(Run run) => (run.Slots ?? []).Select(slot => DateTimeOffset.Parse(slot, System.Globalization.CultureInfo.InvariantCulture));

    // So that a service that starts in the meantime knows that it is still to come.
    private async Task NoteRetryAsync(string? runId, DateTimeOffset? retryAt)
    {
        if (runId is not null && retryAt is not null && await store.FindAsync(Collections.Runs, runId, CancellationToken.None) is { } run)
        {
            await store.UpsertAsync(Collections.Runs, [run with { RetryAt = retryAt }], CancellationToken.None);
        }
    }

    // Nothing follows from itself: what it has left undone, such as scores that seem to be older than they are since a clock was wrong, it would leave undone again, for ever.
    private async Task FollowAsync(JobDefinition job, CancellationToken cancellationToken)
    {
        try
        {
            if (await chain.NextAsync(cancellationToken) is { } next && next != job.Name)
            {
                await starter.StartAsync(next, RunTriggers.Chain, [], cancellationToken);
            }
        }
        catch (Exception e) when (e is UserFacingException or SchedulerException or DbException)
        {
            // The job has ended, whatever this did. Asked again when the next one ends.
            Log.NoChain(_logger, e.GetBaseException().Message);
        }
    }

    // A job has not ended before the store knows: one that is away is waited for, what it will never take is said.
    private async Task StoreAsync(JobDefinition job, Func<Task> write, CancellationToken cancellationToken)
    {
        while (true)
        {
            await gate.WaitAsync(cancellationToken);
            try
            {
                await write();
                return;
            }
            catch (StoreException e) when (e.IsAway)
            {
                // It was back for a moment.
                await Task.Delay(Pause, time, cancellationToken);
            }
            catch (StoreException e)
            {
                Log.NotStored(_logger, job.Name, e.Message);
                return;
            }
        }
    }

    private void Note(JobDefinition job, JobOutcome outcome, Run? run, TimeSpan took)
    {
        var counts = run is null ? string.Empty : string.Join(", ", run.Counts.Where(count => count.Value != 0).Select(count => $"{count.Key} {count.Value}"));
        switch (outcome.End)
        {
            case JobEnd.Done:
                Log.Done(_logger, job.Name, took.TotalSeconds, counts);
                break;
            case JobEnd.Idle or JobEnd.Postponed or JobEnd.Paused:
                Log.NotDone(_logger, job.Name, outcome.End, outcome.Why);
                break;
            default:
                Log.Failed(_logger, job.Name, outcome.Why, took.TotalSeconds);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Job} started ({Trigger})")]
        public static partial void Started(ILogger logger, string job, string trigger);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Job} done in {Seconds:0.0} s: {Counts}")]
        public static partial void Done(ILogger logger, string job, double seconds, string counts);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Job} {End}: {Why}")]
        public static partial void NotDone(ILogger logger, string job, JobEnd end, string? why);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Job} failed after {Seconds:0.0} s: {Why}")]
        public static partial void Failed(ILogger logger, string job, string? why, double seconds);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Job} stopped after {Seconds:0.0} s; what was stored is kept")]
        public static partial void Stopped(ILogger logger, string job, double seconds);

        [LoggerMessage(Level = LogLevel.Error, Message = "how {Job} ended cannot be stored: {Problem}")]
        public static partial void NotStored(ILogger logger, string job, string problem);

        [LoggerMessage(Level = LogLevel.Warning, Message = "what follows could not be read: {Problem}; it is asked again when the next job ends")]
        public static partial void NoChain(ILogger logger, string problem);
    }
}
