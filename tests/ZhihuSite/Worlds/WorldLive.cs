namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>An invented live, with the site's units: seconds since 1970, fen.</summary>
internal sealed record WorldLive
{
    /// <summary>Place in the world's making; seeds what belongs to this live.</summary>
    public required int Index { get; init; }

    /// <summary>Snowflake, 18 digits, unless the id is planted dirt.</summary>
    public required string Id { get; init; }

    public required string ConvId { get; init; }

    public required string Subject { get; init; }

    public required string Description { get; init; }

    public required string Outline { get; init; }

    public required string Alert { get; init; }

    public required WorldSpeaker Speaker { get; init; }

    public required IReadOnlyList<WorldSpeaker> Cospeakers { get; init; }

    /// <summary>Null where the live has lost its topic.</summary>
    public required WorldTag? Tag { get; init; }

    public required long CreatedAt { get; init; }

    public required long StartsAt { get; init; }

    public required long EndsAt { get; init; }

    public required long Duration { get; init; }

    /// <summary>Whether it is over; otherwise it is still to come.</summary>
    public required bool HasEnded { get; init; }

    public required bool IsVideo { get; init; }

    public required bool ByAdmin { get; init; }

    public required bool Purchasable { get; init; }

    public required bool IsRefundable { get; init; }

    public required bool IsCommercial { get; init; }

    public required bool IsAuditionOpen { get; init; }

    public required bool HasAudition { get; init; }

    public required int AuditionMessages { get; init; }

    public required int Replies { get; init; }

    public required int SpeakerMessages { get; init; }

    public required int AudioMessages { get; init; }

    public required int Attachments { get; init; }

    public required int Likes { get; init; }

    public required long SeatsTaken { get; init; }

    public required long SeatsMax { get; init; }

    public required long OriginalPrice { get; init; }

    /// <summary>Below the original price only in a promotion.</summary>
    public required long Amount { get; init; }

    /// <summary>Null outside a promotion.</summary>
    public required long? PromotionEndsAt { get; init; }

    /// <summary>Number of reviews.</summary>
    public required int Reviews { get; init; }

    /// <summary>What the reviews add up to.</summary>
    public required int RatingSum { get; init; }

    /// <summary>Mean of the reviews to two decimals; 0 below five of them. Planted dirt may say something else.</summary>
    public required decimal Score { get; init; }

    /// <summary>Whether the answer has only the 41 keys of May 2017.</summary>
    public required bool HasOldKeys { get; init; }

    /// <summary>Whether the answer has a key that nobody has seen before.</summary>
    public required bool HasUnknownKey { get; init; }
}
