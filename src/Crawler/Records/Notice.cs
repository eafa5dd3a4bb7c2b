namespace LiveQuality.Crawler.Records;

/// <summary>Something that somebody should hear of, once.</summary>
public sealed record Notice : IRecord
{
    /// <summary>Kind, a colon and what it is about: the same matter has the same id, and is not told twice.</summary>
    public required string Id { get; init; }

    /// <summary>One of <see cref="NoticeKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>One line.</summary>
    public required string Text { get; init; }

    /// <summary>The run that came upon it.</summary>
    public string? RunId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>One of <see cref="NoticeStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>Who delivers it: the process that came upon it, as long as that lives.</summary>
    public required string Owner { get; init; }

    /// <summary>How often it was sent without success.</summary>
    public int Failures { get; init; }

    /// <summary>Why it could not be delivered the last time; null where nothing went wrong.</summary>
    public string? Problem { get; init; }

    /// <summary>When it was delivered, UTC; null before.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }
}
