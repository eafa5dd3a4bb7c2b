namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>What a site shows, at the moment of asking.</summary>
internal interface IWorld
{
    /// <summary>Newest <c>starts_at</c> first, as the feed has them; a list that was handed out does not change.</summary>
    IReadOnlyList<WorldLive> Lives { get; }

    WorldLive? FindLive(string id);

    /// <summary>Finds a speaker by member id or token.</summary>
    WorldSpeaker? FindSpeaker(string idOrToken);

    /// <summary>A live's reviews, newest first.</summary>
    IReadOnlyList<WorldReview> ReviewsOf(WorldLive live);
}
