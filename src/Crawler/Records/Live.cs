namespace LiveQuality.Crawler.Records;

/// <summary>What is known of one live. Null means unknown: no view of it has said so far.</summary>
public sealed record Live : IObserved
{
    /// <summary>Snowflake id, 18 digits; text, since a double would change one in 150 of them.</summary>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>How often the record has changed since it was new; counted by the store.</summary>
    public int Version { get; init; }

    /// <summary>Title.</summary>
    public string? Subject { get; init; }

    /// <summary>What listeners may expect; line breaks as LF.</summary>
    public string? Description { get; init; }

    /// <summary>Planned points; line breaks as LF.</summary>
    public string? Outline { get; init; }

    /// <summary>Key of the speaker: 32-hex member id, or <c>token:</c> and the url token where a table gave no id.</summary>
    public string? SpeakerId { get; init; }

    /// <summary>How the speaker is introduced in this live; line breaks as LF.</summary>
    public string? SpeakerIntroduction { get; init; }

    /// <summary>Keys of the other speakers; empty where there are none.</summary>
    public IReadOnlyList<string>? CospeakerIds { get; init; }

    /// <summary>Topics; empty where the live has none.</summary>
    public IReadOnlyList<Tag>? Tags { get; init; }

    /// <summary><c>ended</c>, <c>public</c>, or whatever the site says next.</summary>
    public string? Status { get; init; }

    /// <summary><c>audio</c> or <c>video</c> so far.</summary>
    public string? LiveType { get; init; }

    /// <summary>Who set the live up: <c>user</c> or <c>admin</c>.</summary>
    public string? Source { get; init; }

    /// <summary>When the live was announced, UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the live starts, UTC.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When the live ended, UTC.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Planned length, seconds.</summary>
    public long? DurationSeconds { get; init; }

    /// <summary>Whether the live has no planned end (the site sends a duration of 600000000 s); then <see cref="DurationSeconds"/> is the last planned one.</summary>
    public bool? OpenEnded { get; init; }

    /// <summary>Tickets sold; more than <see cref="SeatsMax"/> is normal, since tickets sell on after the end.</summary>
    public long? SeatsTaken { get; init; }

    /// <summary>Seat limit while the live is on.</summary>
    public long? SeatsMax { get; init; }

    /// <summary>Whether there is no seat limit (the site sends 10^7 or 10^8); then <see cref="SeatsMax"/> is the last one there was.</summary>
    public bool? SeatsUnlimited { get; init; }

    /// <summary>Price today, fen (1/100 yuan).</summary>
    public long? AmountFen { get; init; }

    /// <summary>Price without promotion, fen.</summary>
    public long? OriginalPriceFen { get; init; }

    /// <summary>Whether a promotion lowers the price.</summary>
    public bool? InPromotion { get; init; }

    /// <summary>End of the promotion, UTC.</summary>
    public DateTimeOffset? PromotionEndsAt { get; init; }

    /// <summary>Whether tickets are on sale.</summary>
    public bool? Purchasable { get; init; }

    /// <summary>Whether this visitor may buy.</summary>
    public bool? Buyable { get; init; }

    /// <summary>Whether a ticket may be given back.</summary>
    public bool? IsRefundable { get; init; }

    /// <summary>Whether the speaker's identity was checked.</summary>
    public bool? HasAuthenticated { get; init; }

    /// <summary>Whether the live is marked as advertising.</summary>
    public bool? IsCommercial { get; init; }

    /// <summary>Whether anybody may listen in for free.</summary>
    public bool? IsAuditionOpen { get; init; }

    /// <summary>Whether there is a free part.</summary>
    public bool? HasAudition { get; init; }

    /// <summary>Messages in the free part.</summary>
    public long? AuditionMessageCount { get; init; }

    /// <summary>Whether feedback was given.</summary>
    public bool? HasFeedback { get; init; }

    /// <summary>Whether the live is listed; the site sends 0 or 1.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>Likes.</summary>
    public long? LikedNum { get; init; }

    /// <summary>Messages by the speaker.</summary>
    public long? SpeakerMessageCount { get; init; }

    /// <summary>Spoken messages by the speaker.</summary>
    public long? SpeakerAudioMessageCount { get; init; }

    /// <summary>Answers by the speaker.</summary>
    public long? ReplyMessageCount { get; init; }

    /// <summary>Files and pictures.</summary>
    public long? AttachmentCount { get; init; }

    /// <summary>Number of reviews.</summary>
    public long? ReviewCount { get; init; }

    /// <summary>Mean of the reviews, 1..5; null below five reviews, where the site shows 0.</summary>
    public double? ReviewScore { get; init; }

    /// <summary>When the site first said that the live is gone, UTC: a tombstone, the rest stays as it was last seen. Null while it is there.</summary>
    public DateTimeOffset? GoneAt { get; init; }
}
