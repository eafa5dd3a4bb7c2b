using LiveQuality.Crawler.Crawling.Sources;

namespace LiveQuality.Crawler.Crawling;

/// <summary>What to crawl, and how.</summary>
/// <param name="Source">Where the pages come from.</param>
public sealed record CrawlRequest(CrawlSource Source)
{
    /// <summary>Whether everything is read again, also what is known already. Recordings always are: they cost nobody anything.</summary>
    public bool Whole { get; init; }

    /// <summary>Whether only what the frontier has due is worked: the feed is not begun again, though a walk along it that is under way goes on.</summary>
    public bool DueOnly { get; init; }

    /// <summary>Folder to archive every exchange in; null for none.</summary>
    public string? ArchiveFolder { get; init; }

    /// <summary>Whether a walk along the feed may end where everything is known already.</summary>
    /// <param name="feedReadAt">When the last whole reading of it began; null where there was none.</param>
    internal bool ReadsUntilKnown(DateTimeOffset? feedReadAt) => Source.Kind == CrawlSourceKind.Network && !Whole && feedReadAt is not null;

    /// <summary>The run that crawls, for the history of addresses; null where none is noted.</summary>
    public string? RunId { get; init; }
}
