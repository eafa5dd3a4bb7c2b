using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using LiveQuality.Worker.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveQuality.Worker.Http.Health;

/// <summary>What readiness is made of, for Prometheus: 1 where a check is well, 0 where it is not. Asked by itself, so that it tells also where nobody probes.</summary>
internal sealed class HealthMetrics : IHealthCheckPublisher
{
    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    private IReadOnlyList<Measurement<int>> _checks = [];

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The factory disposes of its meters.")]
    public HealthMetrics(IMeterFactory meters) =>
        meters.Create(Telemetry.Name).CreateObservableGauge("livequality.health", () => Volatile.Read(ref _checks), unit: null, "Whether each check of readiness was well when it was last asked.");

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _checks, [.. report.Entries.Select(entry => new Measurement<int>(entry.Value.Status == HealthStatus.Healthy ? 1 : 0, KeyValuePair.Create("check", (object?)entry.Key)))]);
        return Task.CompletedTask;
    }
}
