using System.CommandLine;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

internal static class CrawlCommand
{
    public static Command Create()
    {
        var source = new SourceOption();
        var full = new Option<bool>("--full") { Description = "Read everything again, also what is known (a recording always is)" };
        var archive = new Option<string?>("--archive") { Description = "Folder to archive every exchange in, as WARC", HelpName = "DIR" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be fetched, and fetch nothing" };
        var command = new Command("crawl", "Fetch lives, reviews and speakers into the store") { source, full, archive, dryRun };
        command.SetBody(onlyReads: false, async (services, parsed, cancellationToken) =>
        {
            var request = new CrawlRequest(source.Read(parsed)) { Whole = parsed.GetValue(full), ArchiveFolder = parsed.GetValue(archive) };
            if (parsed.GetValue(dryRun))
            {
                var forecast = await services.GetRequiredService<Forecaster>().ForecastAsync(request, cancellationToken);
                services.GetRequiredService<ResultWriter>().Write(forecast, OutputJson.Readable.CrawlForecast, ForecastText.Show);
                return ExitCode.Done;
            }

            var report = await services.GetRequiredService<CrawlStep>().RunAsync(request, cancellationToken);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.CrawlReport, ReportTexts.Show);
            return Problem.Report(report);
        });
        return command;
    }
}
