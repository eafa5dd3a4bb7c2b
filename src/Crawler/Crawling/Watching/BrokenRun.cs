using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Crawling.Watching;

/// <summary>A crawl whose broken fields nobody has accepted, and no later crawl has cleared.</summary>
/// <param name="Run">The crawl.</param>
/// <param name="Alerts">Its broken fields, at least one.</param>
public sealed record BrokenRun(Run Run, IReadOnlyList<FieldAlert> Alerts);
