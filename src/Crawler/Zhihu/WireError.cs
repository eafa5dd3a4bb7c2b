namespace LiveQuality.Crawler.Zhihu;

/// <summary>The site's error, from <c>error</c> or, in the older shape, from the top level.</summary>
internal sealed record WireError(string? Code = null, string? Name = null, string? Message = null);
