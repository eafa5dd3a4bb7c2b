using System.Text.Json.Serialization;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>A person or organisation inside a live or a review. Anonymous ones have fewer keys, and the id "0".</summary>
public sealed record WireMember
{
    /// <summary>32 hex digits, or "0" when anonymous.</summary>
    public string? Id { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Last part of the profile's address.</summary>
    public string? UrlToken { get; init; }

    /// <summary>One line; often empty.</summary>
    public string? Headline { get; init; }

    /// <summary>1, 0, -1 or null.</summary>
    public long? Gender { get; init; }

    /// <summary><c>people</c> or <c>organization</c>.</summary>
    public string? UserType { get; init; }

    /// <summary>Address of the portrait, in any size.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>Number of badges; null where the key is missing, as in 2017.</summary>
    [JsonPropertyName("badge")]
    [JsonConverter(typeof(ListLength))]
    public long? BadgeCount { get; init; }
}
