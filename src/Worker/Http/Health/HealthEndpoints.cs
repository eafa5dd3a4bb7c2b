using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveQuality.Worker.Http.Health;

/// <summary>
/// What an orchestrator asks, without a key: <c>/health/live</c> (the process answers), <c>/health/ready</c> (store and scheduler answer a real question), <c>/health/startup</c> (it has begun). 200 or 503, with the
/// state of each check as JSON.
/// </summary>
internal static class HealthEndpoints
{
    /// <summary>Checks that readiness is made of.</summary>
    public const string Ready = "ready";

    private const string Startup = "startup";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<StoreHealth>("store", tags: [Ready])
            .AddCheck<StartupHealth>("start", tags: [Startup]);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        Map(app, "live", _ => false);
        Map(app, "ready", check => check.Tags.Contains(Ready));
        Map(app, "startup", check => check.Tags.Contains(Startup));
    }

    private static void Map(IEndpointRouteBuilder app, string name, Func<HealthCheckRegistration, bool> which) => app
        .MapHealthChecks($"/health/{name}", new HealthCheckOptions { Predicate = which, ResponseWriter = WriteAsync })
        .AllowAnonymous()
        .DisableRateLimiting();

    private static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", report.Status == HealthStatus.Healthy ? "ok" : "failing");
        json.WriteStartObject("checks");
        foreach (var (name, entry) in report.Entries)
        {
            json.WriteString(name, entry.Status == HealthStatus.Healthy ? "ok" : entry.Description);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
