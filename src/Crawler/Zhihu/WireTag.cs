namespace LiveQuality.Crawler.Zhihu;

/// <summary>A topic.</summary>
/// <param name="Id">101..305 so far.</param>
/// <param name="Name">Full name.</param>
public sealed record WireTag(long? Id = null, string? Name = null);
