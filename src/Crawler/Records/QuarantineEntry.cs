namespace LiveQuality.Crawler.Records;

/// <summary>Something that came from the site and could not become a record. The payload is kept, so that it can be replayed after a rule changes.</summary>
public sealed record QuarantineEntry : IRecord
{
    /// <summary>Kind, a colon, and the first 32 hex digits of the payload's SHA-256.</summary>
    public required string Id { get; init; }

    /// <summary>What it should have been: <c>live</c>, <c>review</c>, <c>speaker</c>, or <c>page</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the rule that set it aside.</summary>
    public required string Rule { get; init; }

    /// <summary>Why, in one line that names the field and its value.</summary>
    public required string Reason { get; init; }

    /// <summary>What was received, unchanged.</summary>
    public required string Payload { get; init; }

    /// <summary>What the payload does not say itself and a replay needs: of a review, its live's id; of a live, the view it came in; null where nothing is needed.</summary>
    public string? Context { get; init; }

    /// <summary>Where it came from: an address, or a file and row.</summary>
    public required string Origin { get; init; }

    /// <summary>When it was received, UTC.</summary>
    public required DateTimeOffset ObservedAt { get; init; }
}
