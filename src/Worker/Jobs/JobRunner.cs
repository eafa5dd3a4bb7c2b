using System.Diagnostics.CodeAnalysis;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Jobs.Notices;
using LiveQuality.Worker.Steps;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Jobs;

/// <summary>Runs a job once its store answers, in a scope of its own, and starts what follows from it.</summary>
internal sealed partial class JobRunner(
    IServiceScopeFactory scopes, StoreGate gate, NoticeBoard notices, DeadRuns dead, JobChain chain, JobStarter starter, IOptions<ScheduleOptions> options, TimeProvider time, ILogger<JobRunner> logger)
{
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

        await FollowAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Puts up what somebody should hear of.</summary>
    /// <param name="job">The job.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="isFinal">Whether it is not tried again.</param>
    /// <param name="cancellationToken">Stops before a write.</param>
    public async Task TellAsync(JobDefinition job, JobOutcome outcome, bool isFinal, CancellationToken cancellationToken)
    {
        var findings = outcome.Findings;
        // That the site has turned us away is told as such.
        if (isFinal && outcome.End is JobEnd.Failed or JobEnd.Refused && !findings.Any(finding => finding.Kind == NoticeKinds.Refused))
        {
            findings = [.. findings, Findings.OfFailure(job.Name, outcome.Why, ShanghaiCron.Day(time.GetUtcNow()))];
        }

        try
        {
            await notices.RaiseAsync(findings, outcome.RunId, cancellationToken);
        }
        catch (StoreException e)
        {
            Log.NotTold(_logger, job.Name, e.Message);
        }
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
            var outcome = await CallAsync(job, scope.ServiceProvider, cancellationToken);
            Note(job, outcome, journal.Newest, time.GetElapsedTime(start));
            return outcome with { RunId = journal.Newest?.Id };
        }
        catch (StoreException e)
        {
            // It may be back by now, and was away all the same.
            var isAway = e.IsAway || await gate.AskAsync(cancellationToken) is not null;
            var took = time.GetElapsedTime(start);
            Log.Failed(_logger, job.Name, e.Message, took.TotalSeconds);
            await gate.WaitAsync(cancellationToken);
            await journal.NoteLostAsync();
            return isAway ? null : new JobOutcome(JobEnd.Failed, e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            var took = time.GetElapsedTime(start);
            Log.Stopped(_logger, job.Name, took.TotalSeconds);
            throw;
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a step throws is a failure of its job, noted by the journal, and never the end of the service.")]
    private static async Task<JobOutcome> CallAsync(JobDefinition job, IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            return await job.RunAsync(services, cancellationToken);
        }
        catch (Exception e) when (e is BrokenFieldsException or MiningException)
        {
            // It would be the same in a minute: a person must look, or a crawl bring more.
            return new JobOutcome(JobEnd.Refused, e.Message);
        }
        catch (Exception e) when (e is not StoreException && !cancellationToken.IsCancellationRequested)
        {
            return new JobOutcome(JobEnd.Failed, e.Message);
        }
    }

    // No job runs beside itself, so in a cluster a run of it that seems to go on has died with its machine. This one stands for its times as well.
    private async Task<IEnumerable<DateTimeOffset>> DiedAsync(JobDefinition job, CancellationToken cancellationToken) => options.Value.Cluster is null
        ? []
        : (await dead.CloseAsync(run => run.Job == job.Name, cancellationToken)).SelectMany(SlotsOf);

    /// <summary>Times of the schedule that a run stands for.</summary>
    public static IEnumerable<DateTimeOffset> SlotsOf(Run run) => (run.Slots ?? []).Select(slot => DateTimeOffset.Parse(slot, System.Globalization.CultureInfo.InvariantCulture));

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await chain.NextAsync(cancellationToken) is { } next)
            {
                await starter.StartAsync(next, RunTriggers.Chain, [], cancellationToken);
            }
        }
        catch (StoreException e)
        {
            // Asked again when the next job ends.
            Log.NoChain(_logger, e.Message);
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

        [LoggerMessage(Level = LogLevel.Warning, Message = "what {Job} came upon cannot be told: {Problem}")]
        public static partial void NotTold(ILogger logger, string job, string problem);

        [LoggerMessage(Level = LogLevel.Warning, Message = "what follows could not be read: {Problem}; it is asked again when the next job ends")]
        public static partial void NoChain(ILogger logger, string problem);
    }
}
