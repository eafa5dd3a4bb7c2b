using System.CommandLine;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class ExportCommand
{
    public static Command Create()
    {
        var collection = new Option<string>("--collection") { Description = string.Join(", ", ExportStep.Names), HelpName = "NAME", Required = true }
            .OneOf([.. ExportStep.Names]);
        var format = new Option<string>("--format") { Description = "jsonl (loses nothing), csv (opens in Excel) or parquet (columns with types)", HelpName = "FORMAT", DefaultValueFactory = _ => "jsonl" }
            .OneOf("jsonl", "csv", "parquet");
        var file = new Option<string?>("--out") { Description = "File to write (default: standard output)", HelpName = "FILE" };
        var command = new Command("export", "Write a collection as JSON Lines, CSV or Parquet") { collection, format, file };
        command.Validators.Add(result =>
        {
            if (result.GetValue(format) == "parquet" && result.GetValue(file) is null)
            {
                result.AddError($"{file.Name}: {format.Name} parquet needs a file to write");
            }
        });
        command.SetBody(onlyReads: true, async (services, parsed, cancellationToken) =>
        {
            var kind = parsed.GetRequiredValue(format) switch { "csv" => ExportFormat.Csv, "parquet" => ExportFormat.Parquet, _ => ExportFormat.Jsonl };
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
