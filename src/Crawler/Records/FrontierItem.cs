namespace LiveQuality.Crawler.Records;

/// <summary>Something to fetch, and what became of it.</summary>
public sealed record FrontierItem : IRecord
{
    /// <summary>The address.</summary>
    public required string Id { get; init; }

    /// <summary>Scheme, host and port of the address: a crawl takes only what belongs to its own site.</summary>
    public required string Site { get; init; }

    /// <summary>What the address holds: <c>feed</c>, <c>reviews</c> or <c>speaker</c>.</summary>
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

    /// <summary>What the last fetch gave, for example <c>fetched</c> or <c>gone</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>When the last fetch ended, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
