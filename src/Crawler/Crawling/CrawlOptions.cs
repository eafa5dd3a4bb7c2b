using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LiveQuality.Crawler.Crawling;

/// <summary>How far a crawl goes. Bound from <c>Crawler:Crawling</c>.</summary>
public sealed class CrawlOptions
{
    /// <summary>Most pages of one list, the feed or a live's reviews.</summary>
    /// <value>The default is 10,000: a hundred thousand lives. It only ends a list that would not end by itself.</value>
    [Range(1, 1_000_000)]
    public int PageCap { get; set; } = CrawlDefaults.PageCap;

    /// <summary>Failed fetches in a row that mean an outage and end the crawl.</summary>
    /// <value>The default is 5.</value>
    [Range(1, 1000)]
    public int FailuresInARow { get; set; } = CrawlDefaults.FailuresInARow;
}

internal static class CrawlDefaults
{
    public const int PageCap = 10_000;
    public const int FailuresInARow = 5;
}

[OptionsValidator]
internal sealed partial class CrawlOptionsRanges : IValidateOptions<CrawlOptions>;
