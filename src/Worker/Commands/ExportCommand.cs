using System.CommandLine;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class ExportCommand
{
    public static Command Create()
    {
        var collection = new Option<string>("--collection") { Description = string.Join(", ", ExportStep.Names), HelpName = "NAME", Required = true }
            .OneOf([.. ExportStep.Names]);
        var format = new Option<string>("--format") { Description = "jsonl (loses nothing) or csv (opens in Excel)", HelpName = "FORMAT", DefaultValueFactory = _ => "jsonl" }
            .OneOf("jsonl", "csv");
        var file = new Option<string?>("--out") { Description = "File to write (default: standard output)", HelpName = "FILE" };
        var command = new Command("export", "Write a collection as JSON Lines or CSV") { collection, format, file };
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            var kind = parsed.GetRequiredValue(format) == "csv" ? ExportFormat.Csv : ExportFormat.Jsonl;
            var export = services.GetRequiredService<ExportStep>();
            if (parsed.GetValue(file) is not { } path)
            {
                await using var output = Console.OpenStandardOutput();
                await export.RunAsync(parsed.GetRequiredValue(collection), kind, output, cancellationToken);
                return ExitCode.Done;
            }

            await WholeFile.WriteAsync(path, stream => export.RunAsync(parsed.GetRequiredValue(collection), kind, stream, cancellationToken));
            return ExitCode.Done;
        });
        return command;
    }
}
