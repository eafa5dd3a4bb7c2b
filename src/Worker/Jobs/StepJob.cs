using System.Globalization;
using LiveQuality.Crawler.Records;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>What Quartz fires: finds the job in the catalog by its name, has it run, and tells Quartz when to try again.</summary>
internal sealed partial class StepJob(JobRunner runner, ILogger<StepJob> logger) : IJob
{
    private readonly ILogger _logger = logger;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var job = JobCatalog.Find(context.JobDetail.Key.Name);
        var trigger = context.Recovering ? RunTriggers.Recovery : context.MergedJobDataMap.TryGetValue(JobStarter.TriggerKey, out var started) ? (string)started! : RunTriggers.Schedule;
        var outcome = await runner.RunAsync(job, trigger, Slots(context), cancellationToken);
        var willRetry = outcome.End == JobEnd.Failed && context.RetryPolicy is { } retries && context.RetryAttempt < retries.MaxAttempts;
        await runner.TellAsync(job, outcome, isFinal: !willRetry, cancellationToken);
        if (outcome.End != JobEnd.Failed)
        {
            return;
        }

        if (willRetry)
        {
            var policy = context.RetryPolicy!;
            Log.WillRetry(_logger, job.Name, context.RetryAttempt + 1, policy.MaxAttempts, policy.DelayFor(context.RetryAttempt + 1));
        }

        // Failing is how a job asks Quartz for its retry policy.
        throw new JobExecutionException(outcome.Why!);
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
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Job} is tried again in {Delay}, {Attempt} of {Most}")]
        public static partial void WillRetry(ILogger logger, string job, int attempt, int most, TimeSpan delay);
    }
}
