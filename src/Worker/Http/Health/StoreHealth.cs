using LiveQuality.Worker.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveQuality.Worker.Http.Health;

/// <summary>Asks the store for something that is stored.</summary>
internal sealed class StoreHealth(StoreGate gate) : IHealthCheck
{
    // Before the first answer the schedule asks all the time: no probe should wait behind it for its turn.
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var problem = gate.IsOpen ? await gate.AskAsync(cancellationToken) : gate.Problem ?? "the store has not answered yet";
        return problem is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(problem);
    }
}
