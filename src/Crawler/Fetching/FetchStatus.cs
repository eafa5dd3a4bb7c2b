namespace LiveQuality.Crawler.Fetching;

/// <summary>How a fetch ended.</summary>
public enum FetchStatus
{
    /// <summary>The site answered 200 with a body.</summary>
    Fetched,

    /// <summary>The recording that is replayed does not hold this address.</summary>
    NotRecorded,

    /// <summary>The target is not there: 404 or 410.</summary>
    Gone,

    /// <summary>The site wants no more requests from here: 401, 403, 429 to the last attempt, or a redirect (to its captcha page).</summary>
    Blocked,

    /// <summary>No answer worth having after the last attempt, or one that trying again would not change.</summary>
    Failed,
}
