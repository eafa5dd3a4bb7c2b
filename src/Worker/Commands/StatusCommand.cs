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
        foreach (var (name, count) in status.Counts)
        {
            ReportTexts.Line(console, $"  {name}", $"{count:N0}");
        }

        ShowAll(console, "frontier", status.Frontier);
        ShowAll(console, "quarantine", status.Quarantine);
        foreach (var run in status.LastRuns)
        {
            ReportTexts.Line(console, run.Command, $"{run.StartedAt:yyyy-MM-dd HH:mm:ss} UTC, {run.Outcome}{(run.Error is { } error ? $": {error}" : string.Empty)}");
        }
    }

    private static void ShowAll(IAnsiConsole console, string title, IReadOnlyDictionary<string, long> counts)
    {
        if (counts.Count > 0)
        {
            ReportTexts.Line(console, title, $"{string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value:N0}"))}");
        }
    }
}
