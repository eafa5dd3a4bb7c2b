using LiveQuality.Worker.Http.Reading;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveQuality.Worker.Http.Health;

/// <summary>Whether there are lists to show: lives and scores have been read once. A large store takes a while.</summary>
internal sealed class BoardHealth(BoardKeeper board) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(
        board.IsRead ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(board.Problem ?? "lives and scores have not been read yet"));
}
