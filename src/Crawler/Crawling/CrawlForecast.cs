using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Crawling;

/// <summary>What a crawl would do, as far as that is known without asking anybody.</summary>
public sealed record CrawlForecast
{
    /// <summary>The site: scheme, host and port.</summary>
    public required string Site { get; init; }

    /// <summary>What it would do about the feed, one line.</summary>
    public required string Feed { get; init; }

    /// <summary>Addresses that are due now, and those that failed and would be tried again. The feed leads to more.</summary>
    public required long Due { get; init; }

    /// <summary>Addresses that wait for a later time.</summary>
    public required long Later { get; init; }

    /// <summary>When the next of those is due, UTC.</summary>
    public DateTimeOffset? NextDueAt { get; init; }

    /// <summary>The first of the due ones, in order; at most ten.</summary>
    public required IReadOnlyList<FrontierItem> First { get; init; }

    /// <summary>Until when the host is left alone, UTC; null where it is not.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Requests that the day's budget still allows; null where there is none.</summary>
    public int? RequestsLeftToday { get; init; }

    /// <summary>Least time that the due addresses take, by the pace that is kept; zero for a recording.</summary>
    public required TimeSpan Takes { get; init; }
}
