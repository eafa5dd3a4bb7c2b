namespace LiveQuality.Crawler.Fetching;

/// <summary>How a fetch ended.</summary>
public enum FetchStatus
{
    /// <summary>The site answered 200 with a body.</summary>
    Fetched,

    /// <summary>The site says that what is known already is still so: 304.</summary>
    NotModified,

    /// <summary>The recording that is replayed does not hold this address.</summary>
    NotRecorded,

    /// <summary>The target is not there: 404 or 410.</summary>
    Gone,

    /// <summary>The site turned the request down: 401, 403, 429 to the last attempt, or a redirect that leads off the site or to a wall.</summary>
    Blocked,

    /// <summary>Nothing was sent: robots.txt, the day's budget or a pause forbids it.</summary>
    Withheld,

    /// <summary>No answer worth having after the last attempt, or one that trying again would not change.</summary>
    Failed,
}
