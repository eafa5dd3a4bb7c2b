namespace LiveQuality.Worker.Steps;

/// <summary>What an alert is about.</summary>
internal enum StatusAlertKind
{
    /// <summary>A host is left alone for a while.</summary>
    HostPaused,

    /// <summary>A field of the site is not what it was, and nobody has accepted that.</summary>
    FieldBroken,

    /// <summary>Addresses that could not be fetched.</summary>
    AddressesFailed,

    /// <summary>The last crawl ended with an error.</summary>
    CrawlFailed,

    /// <summary>The last crawl did not end: its process did.</summary>
    CrawlDied,
}
