namespace LiveQuality.Crawler.Zhihu;

/// <summary>The author of a review.</summary>
/// <param name="Member">The person; of one of two shapes.</param>
/// <param name="Badge">The ticket.</param>
public sealed record WireAuthor(WireMember? Member = null, WireTicket? Badge = null);
