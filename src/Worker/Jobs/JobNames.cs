namespace LiveQuality.Worker.Jobs;

/// <summary>The names that jobs have in runs, in the API and on the dashboard.</summary>
internal static class JobNames
{
    public const string CrawlFeed = "crawl-feed";
    public const string RefreshReviews = "refresh-reviews";
    public const string ScorePortraits = "score-portraits";
    public const string Retrain = "retrain";
    public const string Rescore = "rescore";
    public const string Report = "report";
    public const string Compact = "compact";
}
