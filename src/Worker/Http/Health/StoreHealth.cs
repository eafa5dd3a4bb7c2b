using LiveQuality.Worker.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveQuality.Worker.Http.Health;

/// <summary>Asks the store for something that is stored.</summary>
internal sealed class StoreHealth(StoreGate gate) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        await gate.AskAsync(cancellationToken) is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy();
}
