namespace LiveQuality.Crawler.Fetching;

/// <summary>Why a request was not sent.</summary>
public enum WithheldReason
{
    /// <summary>robots.txt forbids the address, or could not be had, which counts as forbidding (RFC 9309, section 2.3.1.4).</summary>
    Robots,

    /// <summary>The day's requests are spent.</summary>
    Budget,

    /// <summary>The host asked for a pause, or a block imposed one, that is longer than anybody would wait here.</summary>
    Pause,
}
