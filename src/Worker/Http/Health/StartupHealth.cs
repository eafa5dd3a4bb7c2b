using LiveQuality.Worker.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveQuality.Worker.Http.Health;

/// <summary>Whether the service has begun: the store answered once.</summary>
internal sealed class StartupHealth(StoreGate gate) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(gate.IsOpen ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("the store has not answered yet"));
}
