using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LiveQuality.Crawler.Crawling;

/// <summary>How far a crawl goes. Bound from <c>Crawler:Crawling</c>.</summary>
public sealed class CrawlOptions
{
    /// <summary>Most pages of one list, the feed or a live's reviews.</summary>
    /// <value>The default is 20,000: nearly two hundred thousand lives. It only ends a list that would not end by itself.</value>
    [Range(1, 1_000_000)]
    public int PageCap { get; set; } = CrawlDefaults.PageCap;

    /// <summary>Failed fetches in a row that mean an outage and end the crawl.</summary>
    /// <value>The default is 5.</value>
    [Range(1, 1000)]
    public int FailuresInARow { get; set; } = CrawlDefaults.FailuresInARow;

    /// <summary>Least time between two looks at one live, however fast its reviews grow.</summary>
    /// <value>The default is 1 day.</value>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan ShortestRevisit { get; set; } = CrawlDefaults.ShortestRevisit;

    /// <summary>Longest time between two looks at one live or speaker, though nothing changes.</summary>
    /// <value>The default is 30 days.</value>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan LongestRevisit { get; set; } = CrawlDefaults.LongestRevisit;
}

internal static class CrawlDefaults
{
    public const int PageCap = 20_000;
    public const int FailuresInARow = 5;
    public static readonly TimeSpan ShortestRevisit = TimeSpan.FromDays(1);
    public static readonly TimeSpan LongestRevisit = TimeSpan.FromDays(30);
}

[OptionsValidator]
internal sealed partial class CrawlOptionsRanges : IValidateOptions<CrawlOptions>;

internal sealed class CrawlOptionsConsistency : IValidateOptions<CrawlOptions>
{
    public ValidateOptionsResult Validate(string? name, CrawlOptions options) => options.LongestRevisit < options.ShortestRevisit
        ? ValidateOptionsResult.Fail($"Crawler:Crawling:LongestRevisit ({options.LongestRevisit}) must not be shorter than ShortestRevisit ({options.ShortestRevisit}).")
        : ValidateOptionsResult.Success;
}
