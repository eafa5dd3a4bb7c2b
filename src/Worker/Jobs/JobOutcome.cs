using LiveQuality.Crawler.Crawling;
using LiveQuality.Worker.Jobs.Notices;
using LiveQuality.Worker.Steps.Faces;

namespace LiveQuality.Worker.Jobs;

/// <summary>What became of a job.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Why">One line; null where all went well.</param>
internal sealed record JobOutcome(JobEnd End, string? Why = null)
{
    /// <summary>What somebody should hear of.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Id of the run; null where none was noted.</summary>
    public string? RunId { get; init; }

    public static JobOutcome Done { get; } = new(JobEnd.Done);

    /// <summary>A crawl's: an outage is tried again, a captcha or robots.txt is not.</summary>
    public static JobOutcome Of(CrawlReport report) => report.End switch
    {
        CrawlEnd.Finished => Done,
        CrawlEnd.Paused => new JobOutcome(JobEnd.Paused, report.Problem),
        CrawlEnd.Refused or CrawlEnd.Forbidden => new JobOutcome(JobEnd.Refused, report.Problem),
        _ => new JobOutcome(JobEnd.Failed, report.Problem),
    };

    /// <summary>That of looking at portraits: likewise.</summary>
    public static JobOutcome Of(PortraitReport report) =>
        report.Problem is null ? Done : new JobOutcome(report.TurnedDown > 0 ? JobEnd.Refused : JobEnd.Failed, report.Problem);
}
