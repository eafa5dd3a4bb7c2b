using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>How gently a real site is treated. Bound from <c>Crawler:Politeness</c>.</summary>
public sealed class PolitenessOptions
{
    /// <summary>Whether robots.txt is fetched and obeyed (RFC 9309). To switch it off is for the owner of the site only.</summary>
    /// <value>The default is true.</value>
    public bool ObeyRobots { get; set; } = PolitenessDefaults.ObeyRobots;

    /// <summary>Least time between two requests to one host; robots.txt and a slow host can ask for more, never for less.</summary>
    /// <value>The default is 10 s, the crawl delay the site asked for while it answered.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MinimumInterval { get; set; } = PolitenessDefaults.MinimumInterval;

    /// <summary>Longest time between two requests that a host's slowness leads to; not shorter than <see cref="MinimumInterval"/>.</summary>
    /// <value>The default is 60 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LongestDelay { get; set; } = PolitenessDefaults.LongestDelay;

    /// <summary>Most requests to one host in a UTC day, those for robots.txt included.</summary>
    /// <value>The default is 5,000: users met a captcha after about 10,000 (protocol, section 1.5).</value>
    [Range(1, 1_000_000)]
    public int DailyRequests { get; set; } = PolitenessDefaults.DailyRequests;
}

internal static class PolitenessDefaults
{
    public const bool ObeyRobots = true;
    public const int DailyRequests = 5000;
    public static readonly TimeSpan MinimumInterval = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);
}

[OptionsValidator]
internal sealed partial class PolitenessOptionsRanges : IValidateOptions<PolitenessOptions>;

internal sealed class PolitenessOptionsConsistency : IValidateOptions<PolitenessOptions>
{
    public ValidateOptionsResult Validate(string? name, PolitenessOptions options) =>
        options.LongestDelay >= options.MinimumInterval
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Crawler:Politeness:LongestDelay ({options.LongestDelay}) must not be shorter than MinimumInterval ({options.MinimumInterval}).");
}
