using LiveQuality.Mining.Faces;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>Every job there is: its name, when it runs, what becomes of a time that was missed, and the step that it calls.</summary>
internal static class JobCatalog
{
    // However many times were missed, one run makes up for them: each goes on from what is in the store.
    private const CronTriggerMisfireInstruction Once = CronTriggerMisfireInstruction.FireAndProceed;

    // The next time is soon enough, unless it is only a little late.
    private const CronTriggerMisfireInstruction Never = CronTriggerMisfireInstruction.DoNothing;

    public static IReadOnlyList<JobDefinition> All { get; } =
    [
        new(JobNames.CrawlFeed, nameof(ScheduleOptions.CrawlFeed), o => o.CrawlFeed, Once, JobSteps.CrawlFeedAsync),
        // Every two hours; and a crawl that makes up for its own time works what is due as well.
        new(JobNames.RefreshReviews, nameof(ScheduleOptions.RefreshReviews), o => o.RefreshReviews, Never, JobSteps.RefreshReviewsAsync),
        new(JobNames.ScorePortraits, nameof(ScheduleOptions.ScorePortraits), o => o.ScorePortraits, Once, JobSteps.ScorePortraitsAsync),
        new(JobNames.Retrain, nameof(ScheduleOptions.Retrain), o => o.Retrain, Once, JobSteps.RetrainAsync),
        new(JobNames.Rescore, nameof(ScheduleOptions.Rescore), o => o.Rescore, Once, JobSteps.RescoreAsync),
        new(JobNames.Report, nameof(ScheduleOptions.Report), o => o.Report, Once, JobSteps.ReportAsync),
        // It keeps everybody from writing for a while: at its own time or not at all.
        new(JobNames.Compact, nameof(ScheduleOptions.Compact), o => o.Compact, Never, JobSteps.CompactAsync),
    ];

    /// <summary>Those that there are where faces are, or are not, looked at.</summary>
    public static IEnumerable<JobDefinition> For(FaceOptions faces) => All.Where(job => job.Name != JobNames.ScorePortraits || faces.Enabled);

    public static JobDefinition Find(string name) => All.Single(job => job.Name == name);
}
