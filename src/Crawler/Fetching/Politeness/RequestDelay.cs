using System.Globalization;

namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>
/// What sites ask for beyond RFC 9309 and the real site did (protocol, section 1.7): <c>Crawl-delay: 10</c> in seconds, and
/// <c>Request-rate: 1/2</c>, documents in seconds, or with a unit <c>1/5s</c>, <c>1/1m</c>, <c>100/24h</c>.
/// </summary>
internal static class RequestDelay
{
    /// <summary>No file is believed to mean more than a day between two requests.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Reads a Crawl-delay.</summary>
    /// <param name="value">Seconds, perhaps with decimals.</param>
    /// <returns>The delay; null for what is no such number.</returns>
    public static TimeSpan? FromCrawlDelay(ReadOnlySpan<char> value) => Number(value) is { } seconds ? Bounded(seconds) : null;

    /// <summary>Reads a Request-rate.</summary>
    /// <param name="value">The rate. Hours of the day behind it are not read: the rate is kept all day.</param>
    /// <returns>The delay that spreads the requests evenly; null for what is no rate.</returns>
    public static TimeSpan? FromRequestRate(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAny(' ', '\t');
        var rate = end < 0 ? value : value[..end];
        var slash = rate.IndexOf('/');
        if (slash < 0 || Number(rate[..slash]) is not { } documents || documents <= 0)
        {
            return null;
        }

        var time = rate[(slash + 1)..];
        double? unit = time is [.., var last] ? last switch
        {
            's' or 'S' => 1,
            'm' or 'M' => 60,
            'h' or 'H' => 3600,
            _ => null,
        } : null;
        return Number(unit is null ? time : time[..^1]) is { } count ? Bounded(count * (unit ?? 1) / documents) : null;
    }

    private static double? Number(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static TimeSpan Bounded(double seconds) => seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;
}
