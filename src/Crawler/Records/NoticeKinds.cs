namespace LiveQuality.Crawler.Records;

/// <summary>What somebody should hear of.</summary>
public static class NoticeKinds
{
    /// <summary>A job has failed for good: its retries are used up, or would change nothing.</summary>
    public const string FailedRun = "failed-run";

    /// <summary>The site has turned the crawl away: a captcha, risk control, a login.</summary>
    public const string Refused = "refused";

    /// <summary>A field of the site has vanished or changed.</summary>
    public const string BrokenField = "broken-field";

    /// <summary>What comes differs from what the champion learnt from.</summary>
    public const string Drift = "drift";

    /// <summary>Another model scores from now on.</summary>
    public const string Promotion = "promotion";
}
