using LiveQuality.Crawler.Crawling;

namespace LiveQuality.Worker.Jobs;

/// <summary>What became of a job.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Why">One line; null where all went well.</param>
internal sealed record JobOutcome(JobEnd End, string? Why = null)
{
    public static JobOutcome Done { get; } = new(JobEnd.Done);

    /// <summary>A crawl's: an outage is tried again, a captcha or robots.txt is not.</summary>
    public static JobOutcome Of(CrawlReport report) => report.End switch
    {
        CrawlEnd.Finished => Done,
        CrawlEnd.Paused => new JobOutcome(JobEnd.Paused, report.Problem),
        CrawlEnd.Refused or CrawlEnd.Forbidden => new JobOutcome(JobEnd.Refused, report.Problem),
        _ => new JobOutcome(JobEnd.Failed, report.Problem),
    };
}
