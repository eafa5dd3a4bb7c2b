using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>How good the data are.</summary>
/// <param name="Crawl">The last crawl that reported fields; null where none did.</param>
/// <param name="Quarantine">By rule, the one with most entries first.</param>
internal sealed record QualityView(Run? Crawl, IReadOnlyList<QuarantineRule> Quarantine);
