namespace LiveQuality.Crawler.Records;

/// <summary>How a run ended.</summary>
public static class RunOutcomes
{
    /// <summary>It has not ended.</summary>
    public const string Running = "running";

    /// <summary>All went well.</summary>
    public const string Done = "done";

    /// <summary>It ended badly; the run says why.</summary>
    public const string Failed = "failed";

    /// <summary>Somebody stopped it; what it had stored is kept.</summary>
    public const string Stopped = "stopped";

    /// <summary>Its process was killed, or its machine: it could not note its own end.</summary>
    public const string Died = "died";

    /// <summary>The site wants to be left alone for a while, or the day's budget is spent: the next crawl goes on from there.</summary>
    public const string Paused = "paused";

    /// <summary>It did not begin, since what it builds on is not as it must be; it runs when that is.</summary>
    public const string Postponed = "postponed";
}
