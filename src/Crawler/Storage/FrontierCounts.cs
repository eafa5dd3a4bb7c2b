namespace LiveQuality.Crawler.Storage;

/// <summary>How many addresses the frontier has, by what may be done with them.</summary>
/// <param name="Due">Waiting, and due.</param>
/// <param name="Later">Waiting, and not due yet.</param>
/// <param name="Leased">In somebody's hands, those whose lease has run out included.</param>
/// <param name="Done">Fetched, or known to be gone.</param>
/// <param name="Failed">Given up.</param>
/// <param name="NextDueAt">When the first of <paramref name="Later"/> is due, UTC; null where there is none.</param>
public sealed record FrontierCounts(long Due, long Later, long Leased, long Done, long Failed, DateTimeOffset? NextDueAt);
