using Microsoft.Extensions.Logging.Console;

namespace LiveQuality.Worker.Hosting;

/// <summary>How the service tells what it does: lines for people on a terminal, one JSON document a line anywhere else; on standard error, like all that is no result.</summary>
internal static class ServiceLog
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";

    public static ILoggingBuilder AddServiceLog(this ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Quartz", LogLevel.Warning)
            // Everybody who has no key yet.
            .AddFilter("LiveQuality.Worker.Http.Security", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.None)
            // Each time somebody asks; the gate of the store and the schedule say it once.
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
            // What stops the service is told by who stops, in one line.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        return Console.IsErrorRedirected
            ? logging.AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat) = (true, TimeFormat.TrimEnd()))
            : logging.AddSimpleConsole(options => (options.UseUtcTimestamp, options.TimestampFormat, options.SingleLine) = (true, TimeFormat, true));
    }
}
