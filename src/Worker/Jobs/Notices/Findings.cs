using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Faces;

namespace LiveQuality.Worker.Jobs.Notices;

/// <summary>What of a job's result somebody should hear of. What lasts is told once a day, drift once a champion.</summary>
internal static class Findings
{
    /// <summary>A captcha wall or its like, and broken fields.</summary>
    public static IReadOnlyList<Finding> Of(CrawlReport report, DateOnly day)
    {
        var broken = report.FieldAlerts.Where(alert => alert.Broken).Select(alert => new Finding(NoticeKinds.BrokenField, $"{report.Site} {alert.Kind}.{alert.Field} {day:O}", $"{report.Site}: {alert.Message}"));
        return report.End == CrawlEnd.Refused ? [new Finding(NoticeKinds.Refused, $"{report.Site} {day:O}", $"{report.Site} has turned the crawl away: {report.Problem}"), .. broken] : [.. broken];
    }

    /// <summary>A host of pictures that has turned us away.</summary>
    public static IReadOnlyList<Finding> Of(PortraitReport report, Uri site, DateOnly day) =>
        report.TurnedDown > 0 ? [new Finding(NoticeKinds.Refused, $"portraits of {site.Authority} {day:O}", $"portraits of {site.Authority}: {report.Problem}")] : [];

    /// <summary>A new champion.</summary>
    public static IReadOnlyList<Finding> Of(TrainReport report) =>
        report.Promotion is { Promote: true } promotion ? [new Finding(NoticeKinds.Promotion, report.ModelId, $"{report.ModelId} scores from now on: {promotion.Reason}")] : [];

    /// <summary>Drift.</summary>
    public static IReadOnlyList<Finding> Of(StoreStatus status)
    {
        if (status is not { Drift: { Alarm: true } drift, Champion: { } champion })
        {
            return [];
        }

        var moved = string.Join(", ", drift.Columns.Where(column => column.Alarm).Select(column => column.Name));
        return [new Finding(NoticeKinds.Drift, champion.Id, $"what has come since {champion.Id} was trained differs from what it learnt from: {moved}")];
    }

    /// <summary>A failure that no retry will mend.</summary>
    public static Finding OfFailure(string job, string? why, DateOnly day) => new(NoticeKinds.FailedRun, $"{job} {day:O}", $"{job} has failed: {why}");
}
