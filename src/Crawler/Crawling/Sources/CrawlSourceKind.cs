namespace LiveQuality.Crawler.Crawling.Sources;

/// <summary>The kinds of <see cref="CrawlSource"/>.</summary>
public enum CrawlSourceKind
{
    /// <summary>A WARC file, or a folder of them.</summary>
    Warc,

    /// <summary>A folder with <c>lives.jsonl</c> and <c>reviews/ID.jsonl</c>, one API object a line.</summary>
    Jsonl,

    /// <summary>A server.</summary>
    Network,
}
