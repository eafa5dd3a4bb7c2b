namespace LiveQuality.Crawler.Zhihu;

/// <summary>A live as the site sends it, in a list or alone. Null means the key was missing, null or an empty text where a number is due.</summary>
public sealed record WireLive
{
    /// <summary>Digits, by their own text even where the site sends a number.</summary>
    public string? Id { get; init; }

    /// <summary>Title.</summary>
    public string? Subject { get; init; }

    /// <summary>Text with CRLF or LF, and control characters at times.</summary>
    public string? Description { get; init; }

    /// <summary>Text like <see cref="Description"/>.</summary>
    public string? Outline { get; init; }

    /// <summary><c>ended</c>, <c>public</c>, or anything.</summary>
    public string? Status { get; init; }

    /// <summary><c>audio</c>, <c>video</c>, or anything.</summary>
    public string? LiveType { get; init; }

    /// <summary><c>user</c> or <c>admin</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Unix time, s; 0 unknown.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>Unix time, s; 0 unknown.</summary>
    public long? StartsAt { get; init; }

    /// <summary>Unix time, s; 0 unknown.</summary>
    public long? EndsAt { get; init; }

    /// <summary>Seconds; 600000000 for no end.</summary>
    public long? Duration { get; init; }

    /// <summary>Tickets.</summary>
    public WireSeats? Seats { get; init; }

    /// <summary>Price.</summary>
    public WireFee? Fee { get; init; }

    /// <summary>Sum of the reviews.</summary>
    public WireReviewSum? Review { get; init; }

    /// <summary>Who speaks.</summary>
    public WireSpeaker? Speaker { get; init; }

    /// <summary>Who speaks too.</summary>
    public IReadOnlyList<WireSpeaker?>? Cospeakers { get; init; }

    /// <summary>Topics; missing in some views.</summary>
    public IReadOnlyList<WireTag?>? Tags { get; init; }

    /// <summary>Whether a promotion is on.</summary>
    public bool? InPromotion { get; init; }

    /// <summary>Whether tickets are on sale.</summary>
    public bool? Purchasable { get; init; }

    /// <summary>Whether this visitor may buy.</summary>
    public bool? Buyable { get; init; }

    /// <summary>Since October 2017.</summary>
    public bool? IsRefundable { get; init; }

    /// <summary>Since October 2017.</summary>
    public bool? HasAuthenticated { get; init; }

    /// <summary>Since October 2017.</summary>
    public bool? IsCommercial { get; init; }

    /// <summary>Since October 2017.</summary>
    public bool? IsAuditionOpen { get; init; }

    /// <summary>Since October 2017.</summary>
    public bool? HasAudition { get; init; }

    /// <summary>Since October 2017.</summary>
    public long? AuditionMessageCount { get; init; }

    /// <summary>Whether feedback was given.</summary>
    public bool? HasFeedback { get; init; }

    /// <summary>Sent as 0 or 1, unlike every other flag.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>Likes.</summary>
    public long? LikedNum { get; init; }

    /// <summary>Messages by the speaker.</summary>
    public long? SpeakerMessageCount { get; init; }

    /// <summary>Since October 2017.</summary>
    public long? SpeakerAudioMessageCount { get; init; }

    /// <summary>Since October 2017.</summary>
    public long? ReplyMessageCount { get; init; }

    /// <summary>Since October 2017.</summary>
    public long? AttachmentCount { get; init; }
}
