namespace LiveQuality.Crawler.Zhihu;

/// <summary>The paging block of a list.</summary>
internal sealed record WirePaging(bool? IsEnd = null, string? Next = null);
