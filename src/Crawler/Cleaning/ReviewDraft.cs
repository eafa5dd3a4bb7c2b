namespace LiveQuality.Crawler.Cleaning;

/// <summary>What the site said of a review, before rules have judged it.</summary>
internal sealed record ReviewDraft
{
    public string? Id { get; init; }

    public required string LiveId { get; init; }

    /// <summary>Null for an anonymous author behind <see cref="Rules.AuthorRule"/>.</summary>
    public string? AuthorId { get; init; }

    public long? Score { get; init; }

    public string? Content { get; init; }

    public long? CreatedAt { get; init; }

    public long? UpdatedAt { get; init; }

    public long? TicketId { get; init; }

    public bool? IsGiftReceiver { get; init; }
}
