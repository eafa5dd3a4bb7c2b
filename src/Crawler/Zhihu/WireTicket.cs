namespace LiveQuality.Crawler.Zhihu;

/// <summary>The kind of ticket, which the site calls badge.</summary>
/// <param name="Id">0 plain, 2 and 3 with a tip.</param>
public sealed record WireTicket(long? Id = null);
