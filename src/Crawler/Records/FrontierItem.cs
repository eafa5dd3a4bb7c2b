namespace LiveQuality.Crawler.Records;

/// <summary>Something to fetch, and what became of it.</summary>
public sealed record FrontierItem : IRecord
{
    /// <summary>The address.</summary>
    public required string Id { get; init; }

    /// <summary>Scheme, host and port of the address: a crawl takes only what belongs to its own site.</summary>
    public required string Site { get; init; }

    /// <summary>What the address holds: <c>feed</c>, <c>live</c>, <c>reviews</c> or <c>speaker</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Lower goes first.</summary>
    public required int Priority { get; init; }

    /// <summary>Not to be fetched before, UTC.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary><c>waiting</c>, <c>leased</c>, <c>done</c> or <c>failed</c>.</summary>
    public string State { get; init; } = FrontierState.Waiting;

    /// <summary>Who holds the lease.</summary>
    public string? Owner { get; init; }

    /// <summary>When the lease ends and others may take the item, UTC.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>Fencing token: grows with every lease, so that a late holder is recognised.</summary>
    public long Fence { get; init; }

    /// <summary>How often it was leased since it became due.</summary>
    public int Attempts { get; init; }

    /// <summary>How many leases in a row ended without anybody completing it: what kills its workers is given up after a few.</summary>
    public int Abandoned { get; init; }

    /// <summary>What the last fetch gave, for example <c>fetched</c> or <c>gone</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>When the last fetch ended, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Where on its list a page stands; null for what is no list.</summary>
    public ListWalk? Walk { get; init; }

    /// <summary>Validator of the last answer, to ask for changes only (RFC 9110, section 8.8.3).</summary>
    public string? ETag { get; init; }

    /// <summary>The same as a date, UTC (RFC 9110, section 8.8.2).</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>How long after the last visit the next one is due; null for what is not revisited.</summary>
    public TimeSpan? RevisitAfter { get; init; }

    /// <summary>The last fetches, oldest first, at most <see cref="LongestHistory"/>; null before the first.</summary>
    public IReadOnlyList<Visit>? History { get; init; }

    /// <summary>Visits that are kept.</summary>
    public const int LongestHistory = 20;
}
