using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Http.Api;
using LiveQuality.Worker.Http.Dashboard;
using LiveQuality.Worker.Http.Health;
using LiveQuality.Worker.Http.Reading;
using LiveQuality.Worker.Http.Security;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Http;

/// <summary>Registration of what is served over HTTP.</summary>
internal static class HttpServices
{
    public static IServiceCollection AddHttp(this IServiceCollection services)
    {
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, ErrorsFirst>());
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<HttpOptions>, HttpOptionsRanges>()
            .AddSingleton<IValidateOptions<HttpOptions>, HttpOptionsConsistency>()
            // Before the framework's own: the first writer that can is the one that does.
            .AddDashboard()
            .AddProblemDetails()
            .AddExceptionHandler<ProblemHandler>()
            .AddReading()
            .AddSecurity()
            .AddHealth()
            .AddApi();
    }

    /// <summary>The way of a request, from the door to the room.</summary>
    public static void UseHttp(this WebApplication app)
    {
        app.UseSecurity();
        app.MapHealth();
        app.MapApi();
        app.MapPrometheusScrapingEndpoint(Telemetry.MetricsPath);
        app.UseDashboard();
    }
}
