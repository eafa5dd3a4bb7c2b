using System.Globalization;
using LiveQuality.Worker.Steps;
using Microsoft.Extensions.Options;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>Starts a job out of turn: for the chain, the API, a backfill, and after a crash.</summary>
internal sealed class JobStarter(RunningScheduler scheduler, IOptions<ScheduleOptions> options, TimeProvider time)
{
    /// <summary>Key of the trigger in a job's data.</summary>
    public const string TriggerKey = "trigger";

    /// <summary>Key of the slots in a job's data: ISO 8601, with spaces between them.</summary>
    public const string SlotsKey = "slots";

    /// <summary>Starts it as soon as it may run: never beside itself. The same start that still waits is not doubled.</summary>
    /// <param name="job">One of <see cref="JobNames"/>.</param>
    /// <param name="trigger">One of <see cref="Crawler.Records.RunTriggers"/>.</param>
    /// <param name="slots">Times of the schedule that it stands for.</param>
    /// <param name="cancellationToken">Stops before it is started.</param>
    /// <exception cref="ScheduleException">There is no such job, or the schedule has not started yet.</exception>
    public async Task StartAsync(string job, string trigger, IReadOnlyList<DateTimeOffset> slots, CancellationToken cancellationToken)
    {
        var quartz = scheduler.Required;
        if (!await quartz.Exists(new JobKey(job), cancellationToken))
        {
            throw new ScheduleException($"there is no job {job} here");
        }

        var texts = string.Join(' ', slots.Select(slot => slot.ToUniversalTime().ToString(RunJournal.SlotFormat, CultureInfo.InvariantCulture)));
        // A group of its own: the schedule's triggers have the jobs' names too.
        var now = TriggerBuilder.Create(time)
            .WithIdentity(slots.Count == 0 ? job : string.Create(CultureInfo.InvariantCulture, $"{job} {slots[0]:yyyyMMddHHmmss} {slots.Count}"), $"{trigger}-now")
            .ForJob(job)
            .UsingJobData(TriggerKey, trigger)
            .UsingJobData(SlotsKey, texts)
            .WithRetryPolicy(options.Value.RetryPolicy)
            .StartNow()
            .Build();
        await quartz.ScheduleTrigger(now, TriggerConflict.Keep, cancellationToken);
    }
}
