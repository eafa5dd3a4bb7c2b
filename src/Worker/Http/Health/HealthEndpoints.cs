using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Http.Health;

/// <summary>
/// What an orchestrator asks, without a key: <c>/health/live</c> (the process answers), <c>/health/ready</c> (store and scheduler answer a real question), <c>/health/startup</c> (it has begun). 200 or 503, with the
/// state of each check as JSON; why one fails is not for strangers, since it names hosts.
/// </summary>
internal static class HealthEndpoints
{
    /// <summary>Checks that readiness is made of.</summary>
    public const string Ready = "ready";

    private const string Startup = "startup";
    private const string Failing = "failing";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<StoreHealth>("store", tags: [Ready])
            .AddCheck<StartupHealth>("start", tags: [Startup])
            .AddCheck<BoardHealth>("board", tags: [Startup]);
        services.Configure<HealthCheckPublisherOptions>(options =>
        {
            (options.Delay, options.Period) = (HealthMetrics.Period / 3, HealthMetrics.Period);
            options.Predicate = check => check.Tags.Contains(Ready);
        });
        return services.AddSingleton<Readiness>().AddSingleton<IHealthCheckPublisher, HealthMetrics>();
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var checks = app.ServiceProvider.GetRequiredService<HealthCheckService>();
        var readiness = app.ServiceProvider.GetRequiredService<Readiness>();
        Map(app, "live", cancellationToken => checks.CheckHealthAsync(_ => false, cancellationToken));
        Map(app, "ready", readiness.GetAsync);
        Map(app, "startup", cancellationToken => checks.CheckHealthAsync(check => check.Tags.Contains(Startup), cancellationToken));
    }

    private static void Map(IEndpointRouteBuilder app, string name, Func<CancellationToken, Task<HealthReport>> ask)
    {
        var isOpen = app.ServiceProvider.GetRequiredService<IOptions<HttpOptions>>().Value.IsOpen;
        app.Map($"/health/{name}", async context => await WriteAsync(context, await ask(context.RequestAborted), !isOpen || IsOurs(context))).AllowAnonymous().DisableRateLimiting();
    }

    private static bool IsOurs(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true } || (context.Connection.RemoteIpAddress is { } ip && IPAddress.IsLoopback(ip));

    private static async Task WriteAsync(HttpContext context, HealthReport report, bool tellsWhy)
    {
        context.Response.StatusCode = report.Status == HealthStatus.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", report.Status == HealthStatus.Healthy ? "ok" : Failing);
        json.WriteStartObject("checks");
        foreach (var (name, entry) in report.Entries)
        {
            json.WriteString(name, entry.Status == HealthStatus.Healthy ? "ok" : tellsWhy ? entry.Description : Failing);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
