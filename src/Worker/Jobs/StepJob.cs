using System.Globalization;
using LiveQuality.Crawler.Records;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>What Quartz fires: finds the job in the catalog by its name, has it run, and tells Quartz when to try again.</summary>
internal sealed partial class StepJob(JobRunner runner, TimeProvider time, ILogger<StepJob> logger) : IJob
{
    private static readonly TimeSpan Overtaken = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = logger;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var job = JobCatalog.Find(context.JobDetail.Key.Name);
        var trigger = context.Recovering ? RunTriggers.Recovery : context.MergedJobDataMap.TryGetValue(JobStarter.TriggerKey, out var started) ? (string)started! : RunTriggers.Schedule;
        var outcome = await runner.RunAsync(job, trigger, Slots(context), cancellationToken);
        var retryAt = outcome.End == JobEnd.Failed ? RetryAt(context.RetryPolicy, context.RetryAttempt, context.NextFireTimeUtc, time.GetUtcNow()) : null;
        await runner.EndAsync(job, outcome, retryAt, cancellationToken);
        // A service that is idle until tomorrow makes no garbage, and so would keep until then what the job has left.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (outcome.End != JobEnd.Failed)
        {
            return;
        }

        if (retryAt is { } then)
        {
            Log.WillRetry(_logger, job.Name, context.RetryAttempt + 1, context.RetryPolicy!.MaxAttempts, then);
        }

        // Failing is how a job asks Quartz for its retry policy.
        throw new JobExecutionException(outcome.Why!);
    }

    /// <summary>When Quartz tries a job again that has failed.</summary>
    /// <param name="policy">What was agreed; null for never.</param>
    /// <param name="attempt">Number of the attempt that has failed, from 0.</param>
    /// <param name="nextTime">The next time of the schedule; null where there is none.</param>
    /// <param name="now">Now.</param>
    /// <returns>Null where it does not: the attempts are used up, or the next time of the schedule would overtake it.</returns>
    internal static DateTimeOffset? RetryAt(RetryPolicy? policy, int attempt, DateTimeOffset? nextTime, DateTimeOffset now)
    {
        if (policy is null || attempt >= policy.MaxAttempts)
        {
            return null;
        }

        var then = now + policy.DelayFor(attempt + 1);
        return nextTime <= then + Overtaken ? null : then;
    }

    private static IReadOnlyList<DateTimeOffset> Slots(IJobExecutionContext context)
    {
        if (context.MergedJobDataMap.TryGetValue(JobStarter.SlotsKey, out var texts))
        {
            return [.. ((string)texts!).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture))];
        }

        return context is { Recovering: false, Trigger: ICronTrigger cron } ? ShanghaiCron.Slots(cron.CronExpressionString!, context.PreviousFireTimeUtc ?? cron.StartTimeUtc, context.FireTimeUtc) : [];
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Job} is tried again at {Then:HH:mm:ss} UTC, {Attempt} of {Most}")]
        public static partial void WillRetry(ILogger logger, string job, int attempt, int most, DateTimeOffset then);
    }
}
