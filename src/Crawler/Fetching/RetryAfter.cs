using System.Net.Http.Headers;

namespace LiveQuality.Crawler.Fetching;

/// <summary>Reads <c>Retry-After</c> (RFC 9110, section 10.2.3): seconds, or a date.</summary>
internal static class RetryAfter
{
    /// <summary>Longest span: 68 years. RFC 9111, section 1.2.2, takes a number too large to hold for about as much.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(int.MaxValue);

    /// <param name="headers">An answer's headers.</param>
    /// <param name="now">From when a date counts.</param>
    /// <returns>How long to wait, zero to <see cref="Longest"/>; null where there is no such header or it is neither form.</returns>
    public static TimeSpan? Of(HttpResponseHeaders headers, DateTimeOffset now) =>
        headers.NonValidated.TryGetValues("Retry-After", out var values) && values.Count > 0 ? Parse(values.First(), now) : null;

    /// <inheritdoc cref="Of"/>
    /// <param name="text">The header's value.</param>
    /// <param name="now">From when a date counts.</param>
    public static TimeSpan? Parse(string text, DateTimeOffset now)
    {
        text = text.Trim();
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            return int.TryParse(text, out var seconds) ? TimeSpan.FromSeconds(seconds) : Longest;
        }

        return RetryConditionHeaderValue.TryParse(text, out var parsed) && parsed.Date is { } date
            ? TimeSpan.FromTicks(Math.Clamp((date - now).Ticks, 0, Longest.Ticks))
            : null;
    }
}
