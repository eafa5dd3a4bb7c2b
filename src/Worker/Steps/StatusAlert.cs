namespace LiveQuality.Worker.Steps;

/// <summary>Something that somebody should look at.</summary>
/// <param name="Kind">What it is about; it says which of the others there are.</param>
internal sealed record StatusAlert(StatusAlertKind Kind)
{
    /// <summary>The host that is left alone.</summary>
    public string? Host { get; init; }

    /// <summary>How many addresses have failed.</summary>
    public long Count { get; init; }

    /// <summary>Until when the host is left alone, or the start of the crawl.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Why, in English: what the crawl, or whoever paused the host, said of it.</summary>
    public string? Said { get; init; }

    /// <summary>All of it as one English line.</summary>
    public string Line => Kind switch
    {
        StatusAlertKind.HostPaused => $"{Host} is left alone until {At:yyyy-MM-dd HH:mm} UTC: {Said}",
        StatusAlertKind.FieldBroken => $"broken field since {At:yyyy-MM-dd HH:mm} UTC: {Said}",
        StatusAlertKind.AddressesFailed => $"{Count:N0} addresses have failed; the next crawl tries them again",
        StatusAlertKind.CrawlFailed => $"the last crawl, {At:yyyy-MM-dd HH:mm} UTC: {Said}",
        _ => $"the last crawl, {At:yyyy-MM-dd HH:mm} UTC: died; the next one goes on from there",
    };
}
