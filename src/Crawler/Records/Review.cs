namespace LiveQuality.Crawler.Records;

/// <summary>What one listener says of one live.</summary>
public sealed record Review : IObserved
{
    /// <summary>The site's id, digits.</summary>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>The live that is reviewed.</summary>
    public required string LiveId { get; init; }

    /// <summary>32-hex member id of the author; null when anonymous (the site's id "0" is nobody's).</summary>
    public string? AuthorId { get; init; }

    /// <summary>Rating, 1..5.</summary>
    public required int Score { get; init; }

    /// <summary>Text, or empty for a rating alone; line breaks as LF.</summary>
    public string? Content { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was edited, UTC; null when it never was (the site sends 0).</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Kind of ticket: 0 plain, 2 and 3 with a tip.</summary>
    public int? TicketId { get; init; }

    /// <summary>Whether the ticket was a present.</summary>
    public bool? IsGiftReceiver { get; init; }
}
