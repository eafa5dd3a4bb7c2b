namespace LiveQuality.Crawler.Records;

/// <summary>What changed in a live between two looks at it. Append-only.</summary>
public sealed record Observation : IRecord
{
    /// <summary>Live id, a colon, and the version that the change made: a crash between two writes repeats the key, not the row.</summary>
    public required string Id { get; init; }

    /// <summary>The live that changed.</summary>
    public required string LiveId { get; init; }

    /// <summary>When the new values were seen, UTC.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>At least one change.</summary>
    public required IReadOnlyList<FieldChange> Changes { get; init; }
}
