namespace LiveQuality.Crawler.Zhihu;

/// <summary>A speaker of a live.</summary>
/// <param name="Member">The person or organisation.</param>
/// <param name="Description">Introduction for this live.</param>
public sealed record WireSpeaker(WireMember? Member = null, string? Description = null);
