namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>An invented person or organisation that speaks in lives.</summary>
internal sealed record WorldSpeaker
{
    /// <summary>32 hex digits.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string UrlToken { get; init; }

    public required string Headline { get; init; }

    public required string Description { get; init; }

    /// <summary>1 male, 0 female, null for an organisation.</summary>
    public required int? Gender { get; init; }

    public bool IsOrganization => Gender is null;

    /// <summary>0..2.</summary>
    public required int Badges { get; init; }

    public required bool HasAuthenticated { get; init; }

    /// <summary>Path of the picture without size and ending, for example <c>v2-…</c>.</summary>
    public required string Avatar { get; init; }

    public required long Followers { get; init; }

    public required long Voteups { get; init; }

    public required long Thanks { get; init; }

    public required long Favorites { get; init; }

    public required int Answers { get; init; }

    public required int Articles { get; init; }

    /// <summary>Lives held.</summary>
    public required int Lives { get; init; }

    /// <summary>Whether the account has been closed: the site answers 310001.</summary>
    public required bool IsGone { get; init; }
}
