using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Progress;

namespace LiveQuality.Worker.Steps;

/// <summary>From a source to records in the store.</summary>
internal sealed class CrawlStep(Crawl crawl, RunJournal journal, IProgressView view)
{
    /// <summary>The recording that comes with the program.</summary>
    public static string SamplePath { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "zhihu-live-sample.warc.gz");

    public async Task<CrawlReport> RunAsync(CrawlRequest request, CancellationToken cancellationToken)
    {
        var source = request.Source;
        var inputs = new Dictionary<string, string> { ["kind"] = $"{source.Kind}", ["source"] = source.Path ?? source.Site.AbsoluteUri };
        var counted = await journal.RecordAsync(RunCommands.Crawl, inputs, (runId, token) => CrawlAsync(request with { RunId = runId }, token), cancellationToken);
        return counted.Report;
    }

    private Task<Counted> CrawlAsync(CrawlRequest request, CancellationToken cancellationToken) => view.ShowAsync("crawl", async bar =>
        new Counted(await crawl.RunAsync(request, new Bridge(bar), cancellationToken)));

    private sealed class Bridge(IProgress<StepProgress> bar) : IProgress<CrawlProgress>
    {
        public void Report(CrawlProgress value) => bar.Report(new StepProgress(value.Done, value.Known, $"{value.Lives} lives, {value.Reviews} reviews"));
    }

    private sealed record Counted(CrawlReport Report) : ICounted
    {
        public IReadOnlyDictionary<string, long> Counts => new Dictionary<string, long>
        {
            ["pages"] = Report.Pages,
            ["bytes"] = Report.Bytes,
            ["livesAdded"] = Report.Lives.Added,
            ["livesChanged"] = Report.Lives.Changed,
            ["reviewsAdded"] = Report.Reviews.Added,
            ["speakersAdded"] = Report.Speakers.Added,
            ["quarantined"] = Report.Quarantined,
            ["gone"] = Report.Gone,
            ["notRecorded"] = Report.NotRecorded,
            ["failed"] = Report.Failed,
        };

        public string? Problem => Report.Problem;

        public bool IsPaused => Report.End == CrawlEnd.Paused;

        public RunFields? Fields => Report.Watched;
    }
}
