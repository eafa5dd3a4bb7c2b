namespace LiveQuality.Crawler.Crawling;

/// <summary>What a crawl does about an answer.</summary>
internal enum Reaction
{
    /// <summary>Reads it.</summary>
    Read,

    /// <summary>Keeps what it knows: nothing has changed.</summary>
    Keep,

    /// <summary>Notes that the target is gone, and goes on.</summary>
    Bury,

    /// <summary>Leaves this target out, now and later, and goes on: it is not for us.</summary>
    Skip,

    /// <summary>Notes that the recording does not hold it, and goes on.</summary>
    Miss,

    /// <summary>Notes a failure that another crawl tries again, and goes on unless it is one of many.</summary>
    Fail,

    /// <summary>Stops: the site has turned us away.</summary>
    Stop,

    /// <summary>Stops for today: nothing may be sent before some time.</summary>
    Wait,
}
