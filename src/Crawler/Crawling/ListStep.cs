using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Where a walk along a list goes from a page.</summary>
/// <param name="Offset">Offset of the page to read next; null where the list ends.</param>
/// <param name="Walk">The walk as it is behind the page.</param>
/// <param name="Warning">Why the list may be longer than what was read of it; null where there is no doubt.</param>
internal sealed record ListStep(int? Offset, ListWalk Walk, string? Warning);
