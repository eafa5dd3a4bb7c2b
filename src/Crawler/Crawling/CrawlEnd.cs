namespace LiveQuality.Crawler.Crawling;

/// <summary>How a crawl ended.</summary>
public enum CrawlEnd
{
    /// <summary>Nothing is left to fetch now.</summary>
    Finished,

    /// <summary>Something could not be fetched or read, or the recording is damaged: what there is, is not the whole.</summary>
    Incomplete,

    /// <summary>The site has turned us away: captcha wall, risk control, login, or a plain refusal.</summary>
    Refused,

    /// <summary>robots.txt forbids the crawl.</summary>
    Forbidden,

    /// <summary>Nothing more may be sent for now, since the day's budget is spent or the host asked for a pause. The rest waits in the frontier.</summary>
    Paused,
}
