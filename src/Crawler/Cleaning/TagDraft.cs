namespace LiveQuality.Crawler.Cleaning;

/// <summary>What was said of a topic.</summary>
internal sealed record TagDraft(long? Id, string? Name);
