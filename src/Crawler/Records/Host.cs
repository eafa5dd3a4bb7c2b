namespace LiveQuality.Crawler.Records;

/// <summary>What a crawler must remember of a host between two runs, so that a new process is no less polite than the old one was.</summary>
public sealed record Host : IRecord
{
    /// <summary>Scheme, host and port: <c>https://api.zhihu.com</c>.</summary>
    public required string Id { get; init; }

    /// <summary>When robots.txt was fetched last, UTC; null where it never was.</summary>
    public DateTimeOffset? RobotsFetchedAt { get; init; }

    /// <summary>HTTP status of that fetch; null where no answer came.</summary>
    public int? RobotsStatus { get; init; }

    /// <summary>The file, at most 500 KiB of it; null unless the status was 2xx.</summary>
    public string? RobotsText { get; init; }

    /// <summary>No request before, UTC: what a Retry-After or a block asked for.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Why, one line.</summary>
    public string? PauseReason { get; init; }

    /// <summary>When the last request was sent, UTC.</summary>
    public DateTimeOffset? LastRequestAt { get; init; }

    /// <summary>The time between requests that latency has led to, above what the options ask for; null where they decide.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>The UTC day that <see cref="RequestsToday"/> counts.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Requests sent on <see cref="Day"/>.</summary>
    public int RequestsToday { get; init; }

    /// <summary>When the last reading of the feed that came to its end began, UTC: lives announced before are known. Null where there was none.</summary>
    public DateTimeOffset? FeedReadAt { get; init; }
}
