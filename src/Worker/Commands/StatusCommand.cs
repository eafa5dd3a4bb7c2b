using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;
using Spectre.Console;

namespace LiveQuality.Worker.Commands;

internal static class StatusCommand
{
    public static Command Create()
    {
        var command = new Command("status", "Show what the store holds and what was done last");
        command.SetBody(onlyReads: true, async (services, _, cancellationToken) =>
        {
            var status = await services.GetRequiredService<StatusReader>().ReadAsync(cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(status, OutputJson.Readable.StoreStatus, Show);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(IAnsiConsole console, StoreStatus status)
    {
        ReportTexts.Line(console, "store", $"{status.Store}");
        foreach (var alert in status.Alerts)
        {
            ReportTexts.Line(console, "alert", $"{alert}");
        }

        foreach (var (name, count) in status.Counts)
        {
            ReportTexts.Line(console, $"  {name}", $"{count:N0}");
        }

        var queue = status.Queue;
        ReportTexts.Line(console, "queue", $"{queue.Due:N0} due, {queue.Leased:N0} being fetched, {queue.Later:N0} later, {queue.Done:N0} done, {queue.Failed:N0} failed");
        if (queue.NextDueAt is { } next && queue.Due == 0)
        {
            ReportTexts.Line(console, "  next", $"{next:yyyy-MM-dd HH:mm:ss} UTC");
        }

        if (status is { PagesPerSecond: { } rate, TimeLeft: { } left })
        {
            ReportTexts.Line(console, "  rate", $"{rate:0.##} pages a second in the last crawl; what is due takes about {left:g}");
        }

        if (status.Quarantine.Count > 0)
        {
            ReportTexts.Line(console, "quarantine", $"{string.Join(", ", status.Quarantine.Select(pair => $"{pair.Key} {pair.Value:N0}"))}");
        }

        if (status.Champion is { } champion)
        {
            ReportTexts.Line(console, "champion", $"{champion.Id} since {champion.PromotedAt:yyyy-MM-dd HH:mm} UTC");
        }

        if (status.Drift is { } drift)
        {
            ReportTexts.Line(console, "  drift", DriftText.Of(drift));
        }

        foreach (var run in status.LastRuns)
        {
            ReportTexts.Line(console, run.Command, $"{run.StartedAt:yyyy-MM-dd HH:mm:ss} UTC, {run.Outcome}{(run.Error is { } error ? $": {error}" : string.Empty)}");
        }
    }
}
