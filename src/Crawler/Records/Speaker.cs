namespace LiveQuality.Crawler.Records;

/// <summary>A person or organisation that speaks in lives. Names and tokens change; the member id does not.</summary>
public sealed record Speaker : IObserved
{
    /// <summary>32-hex member id, or <c>token:</c> and the url token where a table gave no id.</summary>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>Display name today.</summary>
    public string? Name { get; init; }

    /// <summary>Last part of the profile's address today.</summary>
    public string? UrlToken { get; init; }

    /// <summary>One line about the speaker.</summary>
    public string? Headline { get; init; }

    /// <summary>The speaker's own introduction.</summary>
    public string? Description { get; init; }

    /// <summary>1 male, 0 female, -1 or null unknown; organisations have any of them.</summary>
    public int? Gender { get; init; }

    /// <summary><c>people</c> or <c>organization</c>.</summary>
    public string? UserType { get; init; }

    /// <summary>Key of the portrait; null where the speaker has only a default avatar.</summary>
    public string? PortraitId { get; init; }

    /// <summary>Number of badges (verified identity, best answerer), 0..2.</summary>
    public int? BadgeCount { get; init; }

    /// <summary>Followers.</summary>
    public long? FollowerCount { get; init; }

    /// <summary>Upvotes received.</summary>
    public long? VoteupCount { get; init; }

    /// <summary>Thanks received.</summary>
    public long? ThankedCount { get; init; }

    /// <summary>Times the speaker's answers were kept by others.</summary>
    public long? FavoritedCount { get; init; }

    /// <summary>Answers written.</summary>
    public long? AnswerCount { get; init; }

    /// <summary>Articles written.</summary>
    public long? ArticlesCount { get; init; }

    /// <summary>Lives held.</summary>
    public long? HostedLiveCount { get; init; }

    /// <summary>Lives listened to.</summary>
    public long? ParticipatedLiveCount { get; init; }

    /// <summary>Whether face results of the speaker were removed on request; then no portrait of theirs is looked at again. Null where nobody asked.</summary>
    public bool? FacesForgotten { get; init; }

    /// <summary>When the site first said that the speaker is gone, UTC: a tombstone, the rest stays as it was last seen. Null while it is there.</summary>
    public DateTimeOffset? GoneAt { get; init; }
}
