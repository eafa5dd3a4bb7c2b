using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace LiveQuality.Worker.Hosting;

/// <summary>
/// What the service tells about itself: metrics for Prometheus at <see cref="MetricsPath"/>, and traces, metrics and logs by OTLP where the standard variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to. All of OpenTelemetry's
/// standard variables (<c>OTEL_…</c>) are heard: operators know them, and so they are no options of ours.
/// </summary>
internal static class Telemetry
{
    /// <summary>Name of our meters and of our source of activities.</summary>
    public const string Name = "LiveQuality";

    /// <summary>Where Prometheus scrapes.</summary>
    public const string MetricsPath = "/metrics";

    private const string Variables = "OTEL_";
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // What .NET and the driver measure by themselves.
    private static readonly string[] Meters = [Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"];
    private static readonly string[] Sources = [Name, "Microsoft.AspNetCore", "System.Net.Http", "MongoDB.Driver"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        // The library asks the configuration, which has room for our own keys only.
        builder.Configuration.AddInMemoryCollection(Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith(Variables, StringComparison.Ordinal))
            .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name))));
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("livequality", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString()))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter());
        if (builder.Configuration[EndpointVariable] is { Length: > 0 })
        {
            telemetry.WithTracing(traces => traces.AddSource(Sources)).WithLogging().UseOtlpExporter();
        }
    }
}
