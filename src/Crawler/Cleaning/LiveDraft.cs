namespace LiveQuality.Crawler.Cleaning;

/// <summary>What the site or a row of a table said of a live, before rules have judged it. Null means that this view did not say.</summary>
internal sealed record LiveDraft
{
    public string? Id { get; init; }

    public string? Subject { get; init; }

    public string? Description { get; init; }

    public string? Outline { get; init; }

    public string? Status { get; init; }

    public string? LiveType { get; init; }

    public string? Source { get; init; }

    public SpeakerDraft? Speaker { get; init; }

    public string? SpeakerIntroduction { get; init; }

    public IReadOnlyList<SpeakerDraft>? Cospeakers { get; init; }

    public IReadOnlyList<TagDraft>? Tags { get; init; }

    /// <summary>Unix time: s behind <see cref="Rules.LiveTimeRule"/>, whatever the site sent before it; so are the other times.</summary>
    public long? CreatedAt { get; init; }

    public long? StartsAt { get; init; }

    public long? EndsAt { get; init; }

    public long? PromotionEndsAt { get; init; }

    /// <summary>Seconds; no sentinel behind <see cref="Rules.DurationSentinelRule"/>.</summary>
    public long? Duration { get; init; }

    public bool? OpenEnded { get; init; }

    public long? SeatsTaken { get; init; }

    /// <summary>No sentinel behind <see cref="Rules.SeatSentinelRule"/>.</summary>
    public long? SeatsMax { get; init; }

    public bool? SeatsUnlimited { get; init; }

    public long? AmountFen { get; init; }

    public long? OriginalPriceFen { get; init; }

    public bool? InPromotion { get; init; }

    public bool? Purchasable { get; init; }

    public bool? Buyable { get; init; }

    public bool? IsRefundable { get; init; }

    public bool? HasAuthenticated { get; init; }

    public bool? IsCommercial { get; init; }

    public bool? IsAuditionOpen { get; init; }

    public bool? HasAudition { get; init; }

    public long? AuditionMessageCount { get; init; }

    public bool? HasFeedback { get; init; }

    public bool? IsPublic { get; init; }

    public long? LikedNum { get; init; }

    public long? SpeakerMessageCount { get; init; }

    public long? SpeakerAudioMessageCount { get; init; }

    public long? ReplyMessageCount { get; init; }

    public long? AttachmentCount { get; init; }

    public long? ReviewCount { get; init; }

    /// <summary>1..5 or null behind <see cref="Rules.LiveScoreRule"/>.</summary>
    public double? ReviewScore { get; init; }
}
