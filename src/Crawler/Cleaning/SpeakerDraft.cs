namespace LiveQuality.Crawler.Cleaning;

/// <summary>What the site or a row of a table said of a person, before rules have judged it.</summary>
internal sealed record SpeakerDraft
{
    public string? MemberId { get; init; }

    /// <summary>The record's key, found by <see cref="Rules.SpeakerKeyRule"/>; null for an anonymous person.</summary>
    public string? Key { get; init; }

    public string? Name { get; init; }

    public string? UrlToken { get; init; }

    public string? Headline { get; init; }

    public string? Description { get; init; }

    public long? Gender { get; init; }

    public string? UserType { get; init; }

    public string? AvatarUrl { get; init; }

    public long? BadgeCount { get; init; }

    public long? FollowerCount { get; init; }

    public long? VoteupCount { get; init; }

    public long? ThankedCount { get; init; }

    public long? FavoritedCount { get; init; }

    public long? AnswerCount { get; init; }

    public long? ArticlesCount { get; init; }

    public long? HostedLiveCount { get; init; }

    public long? ParticipatedLiveCount { get; init; }
}
