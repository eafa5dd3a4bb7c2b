using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Jobs;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveQuality.Worker.Http.Health;

/// <summary>Whether the service has begun: the store answered once, and the schedule has started.</summary>
internal sealed class StartupHealth(StoreGate gate, RunningScheduler scheduler) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult((gate.IsOpen, scheduler.Current) switch
    {
        (false, _) => HealthCheckResult.Unhealthy("the store has not answered yet"),
        (_, null) => HealthCheckResult.Unhealthy("the schedule has not started yet"),
        _ => HealthCheckResult.Healthy(),
    });
}
