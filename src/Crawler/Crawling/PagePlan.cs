using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Crawling;

/// <summary>What follows from a page.</summary>
internal sealed record PagePlan
{
    /// <summary>Addresses that are now to be fetched, now or later.</summary>
    public IReadOnlyList<FrontierItem> Next { get; init; } = [];

    /// <summary>The next page of the same list; null where the list ends, or there is none.</summary>
    public FrontierItem? Follow { get; init; }

    /// <summary>When the page's own address is due again; null for never by itself.</summary>
    public TimeSpan? RevisitAfter { get; init; }

    /// <summary>Why the list may be longer than what was read of it; null where there is no doubt.</summary>
    public string? Warning { get; init; }

    /// <summary>When the walk began that has read all of the feed with this page; null where it goes on, or has left something out.</summary>
    public DateTimeOffset? FeedReadAt { get; init; }
}
