using LiveQuality.Crawler.Crawling;
using Spectre.Console;

namespace LiveQuality.Worker.Output;

/// <summary>What a crawl would do, as people read it.</summary>
internal static class ForecastText
{
    public static void Show(IAnsiConsole console, CrawlForecast forecast)
    {
        ReportTexts.Line(console, "dry run", $"{forecast.Site}; nothing was fetched");
        if (forecast.PausedUntil is { } paused)
        {
            ReportTexts.Line(console, "  paused", $"until {paused:yyyy-MM-dd HH:mm:ss} UTC: a crawl would stop at once");
        }

        ReportTexts.Line(console, "  feed", $"{forecast.Feed}");
        ReportTexts.Line(console, "  due", $"{forecast.Due:N0} addresses known so far{(forecast.Takes > TimeSpan.Zero ? $", at least {forecast.Takes:g}" : string.Empty)}");
        foreach (var item in forecast.First)
        {
            ReportTexts.Line(console, $"    {item.Kind}", $"{item.Id}");
        }

        if (forecast.NextDueAt is { } next)
        {
            ReportTexts.Line(console, "  later", $"{forecast.Later:N0} addresses, the first at {next:yyyy-MM-dd HH:mm:ss} UTC");
        }

        if (forecast.RequestsLeftToday is { } left)
        {
            ReportTexts.Line(console, "  budget", $"{left:N0} requests left today");
        }
    }
}
