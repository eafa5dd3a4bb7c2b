using System.CommandLine;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining.Faces;
using LiveQuality.Worker.Commands.Faces;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Faces;
using LiveQuality.Worker.Steps.Scores;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace LiveQuality.Worker.Commands;

/// <summary>The whole way: crawl, clean, store, learn, score.</summary>
internal static class RunCommand
{
    private const int Shown = 5;

    public static Command Create()
    {
        var source = new SourceOption();
        var command = new Command("run", "Crawl, look at portraits where that is switched on, train and score in one go; shows the best and the worst lives")
        {
            source, TrainingOverrides.Regressor, TrainingOverrides.MinReviews, TrainingOverrides.Features, TrainingOverrides.AcceptBrokenFields,
        };
        command.SetBody(onlyReads: false, async (services, parsed, cancellationToken) =>
        {
            var crawl = await services.GetRequiredService<CrawlStep>().RunAsync(new CrawlRequest(source.Read(parsed)), cancellationToken);
            if (Problem.Report(crawl) is var problem and not ExitCode.Done)
            {
                // Half a crawl is kept, but no model is made of it.
                services.GetRequiredService<ResultWriter>().Write(crawl, OutputJson.Readable.CrawlReport, ReportTexts.Show);
                return problem;
            }

            // With faces off the step is not even made.
            var faces = services.GetRequiredService<IOptions<FaceOptions>>().Value;
            var portraits = faces.Enabled ? await services.GetRequiredService<PortraitStep>().RunAsync(source.Read(parsed), cancellationToken) : null;
            ResearchNote.Print(portraits?.ResearchOnly == true);

            TrainReport train;
            try
            {
                train = await services.GetRequiredService<TrainStep>().RunAsync(parsed.GetValue(TrainingOverrides.AcceptBrokenFields), cancellationToken);
            }
            catch (BrokenFieldsException e)
            {
                // The crawl is stored and tells what is wrong with it.
                services.GetRequiredService<ResultWriter>().Write(crawl, OutputJson.Readable.CrawlReport, ReportTexts.Show);
                return Problem.Report(e.Message);
            }

            var score = await services.GetRequiredService<ScoreStep>().RunAsync(modelId: null, reasons: true, cancellationToken);
            var board = await services.GetRequiredService<ScoreBoardReader>().LoadAsync(cancellationToken);
            var best = new LiveQuery { ScoredOnly = true, Limit = Shown };
            var report = new RunReport(
                services.GetRequiredService<IRecordStore>().Address,
                crawl,
                portraits,
                train,
                score,
                board.Read(best).Items,
                board.Read(best with { Sort = best.Sort with { Descending = false } }).Items);
            services.GetRequiredService<ResultWriter>().Write(report, OutputJson.Readable.RunReport, Show);
            return ExitCode.Done;
        });
        return command.Checked();
    }

    private static void Show(IAnsiConsole console, RunReport report)
    {
        ReportTexts.Line(console, "store", $"{report.Store}");
        ReportTexts.Show(console, report.Crawl);
        if (report.Portraits is { } portraits)
        {
            PortraitTexts.Show(console, portraits);
        }

        ReportTexts.Show(console, report.Train);
        ReportTexts.Show(console, report.Score);
        ScoreTable.Show(console, "the best", report.Best);
        ScoreTable.Show(console, "the worst", report.Worst);
    }
}
