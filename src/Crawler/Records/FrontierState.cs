namespace LiveQuality.Crawler.Records;

/// <summary>The states of a <see cref="FrontierItem"/>.</summary>
public static class FrontierState
{
    /// <summary>To be fetched when due.</summary>
    public const string Waiting = "waiting";

    /// <summary>Somebody is fetching it.</summary>
    public const string Leased = "leased";

    /// <summary>Fetched, or known to be gone.</summary>
    public const string Done = "done";

    /// <summary>Given up after its last attempt.</summary>
    public const string Failed = "failed";
}
