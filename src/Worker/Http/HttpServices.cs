using LiveQuality.Crawler;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Http.Api;
using LiveQuality.Worker.Http.Dashboard;
using LiveQuality.Worker.Http.Health;
using LiveQuality.Worker.Http.Reading;
using LiveQuality.Worker.Http.Security;
using LiveQuality.Worker.Output;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Http;

/// <summary>Registration of what is served over HTTP.</summary>
internal static class HttpServices
{
    public static IServiceCollection AddHttp(this IServiceCollection services)
    {
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<HttpOptions>, HttpOptionsRanges>()
            .AddSingleton<IValidateOptions<HttpOptions>, HttpOptionsConsistency>()
            // Before the framework's own: the first writer that can is the one that does.
            .AddDashboard()
            // What nobody in particular has answered, such as an address that is none, or a name that is not ours, says no more than its status; a line all the same.
            .AddProblemDetails(options => options.CustomizeProblemDetails = context => context.ProblemDetails.Detail ??= Line(context.HttpContext))
            .AddExceptionHandler<ProblemHandler>()
            .AddReading()
            .AddSecurity()
            .AddHealth()
            .AddApi();
    }

    /// <summary>The way of a request, from the door to the room.</summary>
    public static void UseHttp(this WebApplication app)
    {
        // Handled exceptions are not logged by themselves, and a fault in the program must be.
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = context => context.Exception is UserFacingException or BadHttpRequestException or OperationCanceledException });
        app.UseStatusCodePages();
        app.UseSecurity();
        app.MapHealth();
        app.MapApi();
        app.MapPrometheusScrapingEndpoint(Telemetry.MetricsPath);
        app.UseDashboard();
    }

    private static string Line(HttpContext context) =>
        $"{context.Request.Method} {Printable.OneLine($"{context.Request.Host}{context.Request.Path}")}: {ReasonPhrases.GetReasonPhrase(context.Response.StatusCode)}";
}
