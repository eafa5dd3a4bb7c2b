using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>One job of the schedule.</summary>
/// <param name="Name">One of <see cref="JobNames"/>.</param>
/// <param name="Key">Its key in the section <c>Schedule</c>.</param>
/// <param name="Cron">When.</param>
/// <param name="Misfire">What becomes of times at which it could not run: the service was down, or busy.</param>
/// <param name="RunAsync">The step, called with the services of a scope.</param>
internal sealed record JobDefinition(
    string Name, string Key, Func<ScheduleOptions, string> Cron, CronTriggerMisfireInstruction Misfire, Func<IServiceProvider, CancellationToken, Task<JobOutcome>> RunAsync);
