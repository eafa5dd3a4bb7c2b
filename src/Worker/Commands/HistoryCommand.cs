using System.CommandLine;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Output;
using Spectre.Console;

namespace LiveQuality.Worker.Commands;

internal static class HistoryCommand
{
    public static Command Create()
    {
        var address = new Argument<string>("URL") { Description = "The address, as the frontier knows it" };
        var command = new Command("history", "Show what became of an address, fetch by fetch") { address };
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            var url = parsed.GetRequiredValue(address);
            if (await services.GetRequiredService<IRecordStore>().Frontier.FindAsync(url, cancellationToken) is not { } item)
            {
                return Problem.Report($"the frontier does not know {url}");
            }

            services.GetRequiredService<ResultWriter>().Write(item, OutputJson.Readable.FrontierItem, Show);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(IAnsiConsole console, FrontierItem item)
    {
        ReportTexts.Line(console, "address", $"{item.Id}");
        ReportTexts.Line(console, "  kind", $"{item.Kind}");
        ReportTexts.Line(console, "  state", $"{item.State}, due {item.DueAt:yyyy-MM-dd HH:mm:ss} UTC{(item.Owner is { } owner ? $", leased by {owner} until {item.LeasedUntil:HH:mm:ss}" : string.Empty)}");
        foreach (var visit in item.History ?? [])
        {
            ReportTexts.Line(console, $"{visit.At:yyyy-MM-dd HH:mm:ss}", $"{visit.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "---"} {visit.Bytes,9:N0} bytes  {visit.Outcome}");
        }
    }
}
