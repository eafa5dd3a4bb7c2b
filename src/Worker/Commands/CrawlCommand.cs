using System.CommandLine;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class CrawlCommand
{
    public static Command Create()
    {
        var source = new SourceOption();
        var command = new Command("crawl", "Fetch lives, reviews and speakers into the store") { source };
        command.SetBody(onlyReads: false, async (services, parsed, cancellationToken) =>
        {
            var report = await services.GetRequiredService<CrawlStep>().RunAsync(source.Read(parsed), cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.CrawlReport, ReportTexts.Show);
            return Problem.Report(report.Problem);
        });
        return command;
    }
}
