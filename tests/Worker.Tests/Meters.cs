using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace LiveQuality.Worker.Tests;

/// <summary>Meters that nobody listens to.</summary>
internal static class Meters
{
    public static IMeterFactory Factory { get; } = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
}
