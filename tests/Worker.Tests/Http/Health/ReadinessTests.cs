using LiveQuality.Worker.Http.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Health;

public sealed class ReadinessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readiness_AskedOften_AsksTheChecksOnceASecond()
    {
        var (asked, isWell) = (0, true);
        var time = new FakeTimeProvider();
        var services = new ServiceCollection().AddLogging();
        services.AddHealthChecks()
            .AddCheck("store", () => isWell ? Count(HealthCheckResult.Healthy()) : Count(HealthCheckResult.Unhealthy("away")), [HealthEndpoints.Ready])
            .AddCheck("another", () => throw new InvalidOperationException("it is no part of readiness"));
        await using var provider = services.BuildServiceProvider();
        using var readiness = new Readiness(provider.GetRequiredService<HealthCheckService>(), time);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => readiness.GetAsync(Cancel)));
        isWell = false;
        Assert.Equal((HealthStatus.Healthy, 1), ((await readiness.GetAsync(Cancel)).Status, asked));

        time.Advance(Readiness.Age);
        Assert.Equal((HealthStatus.Unhealthy, 2), ((await readiness.GetAsync(Cancel)).Status, asked));

        HealthCheckResult Count(HealthCheckResult result)
        {
            asked++;
            return result;
        }
    }
}
