namespace LiveQuality.Crawler.Zhihu;

/// <summary>A review as the site sends it.</summary>
public sealed record WireReview
{
    /// <summary>Digits.</summary>
    public string? Id { get; init; }

    /// <summary>Who wrote it.</summary>
    public WireAuthor? Author { get; init; }

    /// <summary>Unix time, s.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>Unix time, s; 0 when never edited.</summary>
    public long? UpdatedAt { get; init; }

    /// <summary>Text; empty for a rating alone.</summary>
    public string? Content { get; init; }

    /// <summary>1..5.</summary>
    public long? Score { get; init; }

    /// <summary>Whether the ticket was a present.</summary>
    public bool? IsGiftReceiver { get; init; }
}
