namespace LiveQuality.Worker.Jobs;

/// <summary>How a job ended.</summary>
internal enum JobEnd
{
    /// <summary>All went well.</summary>
    Done,

    /// <summary>There was nothing to do.</summary>
    Idle,

    /// <summary>It failed, and may do better in a while: it is tried again.</summary>
    Failed,

    /// <summary>It failed, and will until something changes: the site has turned us away, robots.txt forbids it, fields are broken, too little is known to learn from. A person must look.</summary>
    Refused,

    /// <summary>It waits for a crawl that ends well.</summary>
    Postponed,

    /// <summary>The site wants to be left alone for a while; the next crawl or refresh goes on from there.</summary>
    Paused,
}
