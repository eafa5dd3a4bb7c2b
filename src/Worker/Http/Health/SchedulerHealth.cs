using System.Data.Common;
using LiveQuality.Worker.Jobs;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace LiveQuality.Worker.Http.Health;

/// <summary>Asks the scheduler whether it runs, and when it fires next: in a cluster its database has to answer that.</summary>
internal sealed class SchedulerHealth(RunningScheduler scheduler) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        if (scheduler.Current is not { } quartz)
        {
            return HealthCheckResult.Unhealthy("the schedule has not started yet");
        }

        if (quartz.Status != SchedulerStatus.Running)
        {
            return HealthCheckResult.Unhealthy($"the scheduler is {quartz.Status}");
        }

        try
        {
            await quartz.QueryTriggers(new TriggerQuery { Take = 1 }, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is SchedulerException or DbException)
        {
            return HealthCheckResult.Unhealthy($"the database of the schedule: {e.GetBaseException().Message}");
        }
    }
}
