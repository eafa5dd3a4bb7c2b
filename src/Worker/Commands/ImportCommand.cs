using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The study's table (.xlsx, .csv) or lives as the API returns them, one a line (.jsonl)" };
        var command = new Command("import", "Read lives from a file into the store") { file };
        command.SetBody(onlyReads: false, async (services, parsed, cancellationToken) =>
        {
            var report = await services.GetRequiredService<ImportStep>().RunAsync(parsed.GetRequiredValue(file), cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.ImportReport, ReportTexts.Show);
            return Problem.Report(report.Problem);
        });
        return command;
    }
}
