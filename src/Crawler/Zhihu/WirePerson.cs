using System.Text.Json.Serialization;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>A person or organisation on its own, from either API or a people page.</summary>
public sealed record WirePerson
{
    /// <summary>32 hex digits; null on a people page without a link to the person's lives.</summary>
    public string? Id { get; init; }

    /// <summary>Last part of the profile's address.</summary>
    public string? UrlToken { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>1, 0, -1 or null.</summary>
    public long? Gender { get; init; }

    /// <summary>One line.</summary>
    public string? Headline { get; init; }

    /// <summary>The person's own introduction.</summary>
    public string? Description { get; init; }

    /// <summary>Address of the portrait.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>Whether the portrait is the site's own; www only.</summary>
    public bool? UseDefaultAvatar { get; init; }

    /// <summary><c>people</c> or <c>organization</c>.</summary>
    public string? UserType { get; init; }

    /// <summary>Number of badges; null where the key is missing.</summary>
    [JsonPropertyName("badge")]
    [JsonConverter(typeof(ListLength))]
    public long? BadgeCount { get; init; }

    /// <summary>Followers.</summary>
    public long? FollowerCount { get; init; }

    /// <summary>Upvotes received.</summary>
    public long? VoteupCount { get; init; }

    /// <summary>Thanks received.</summary>
    public long? ThankedCount { get; init; }

    /// <summary>Times the person's answers were kept by others.</summary>
    public long? FavoritedCount { get; init; }

    /// <summary>Answers written.</summary>
    public long? AnswerCount { get; init; }

    /// <summary>Articles written.</summary>
    public long? ArticlesCount { get; init; }

    /// <summary>Lives held.</summary>
    public long? HostedLiveCount { get; init; }

    /// <summary>Lives listened to.</summary>
    public long? ParticipatedLiveCount { get; init; }
}
