namespace LiveQuality.Crawler.Crawling;

/// <summary>How far a crawl is.</summary>
/// <param name="Done">Addresses fetched or known to be gone.</param>
/// <param name="Known">Addresses known of so far, done ones included.</param>
/// <param name="Lives">Lives met so far.</param>
/// <param name="Reviews">Reviews met so far.</param>
public readonly record struct CrawlProgress(int Done, int Known, int Lives, int Reviews);
