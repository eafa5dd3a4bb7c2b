namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>The site's times: unix seconds, milliseconds at times, 0 for unknown.</summary>
internal static class UnixTime
{
    // The site opened in December 2010; its ids count from this second.
    private const long Earliest = 1_292_780_000;

    // 2100-01-01. As milliseconds it is still far from any second that is meant.
    private const long Latest = 4_102_444_800;

    /// <returns>Whether the value can be a time; then <paramref name="seconds"/> is the time, or null for unknown.</returns>
    public static bool TryRead(long? value, out long? seconds)
    {
        seconds = value switch
        {
            null or 0 => null,
            >= Earliest * 1000 and < Latest * 1000 => value / 1000,
            _ => value,
        };
        return seconds is null or (>= Earliest and < Latest);
    }

    public static DateTimeOffset? At(long? seconds) => seconds is { } s ? DateTimeOffset.FromUnixTimeSeconds(s) : null;
}
