using LiveQuality.Worker.Http.Reading;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveQuality.Worker.Http.Health;

/// <summary>Whether the service is ready, asked of store and scheduler once a second at most, however many ask: everybody may, without a key.</summary>
internal sealed class Readiness(HealthCheckService checks, TimeProvider time) : IDisposable
{
    /// <summary>How old an answer may be.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private readonly Kept<HealthReport> _kept = new(time, Age, cancellationToken => checks.CheckHealthAsync(check => check.Tags.Contains(HealthEndpoints.Ready), cancellationToken));

    public Task<HealthReport> GetAsync(CancellationToken cancellationToken) => _kept.GetAsync(cancellationToken);

    public void Dispose() => _kept.Dispose();
}
