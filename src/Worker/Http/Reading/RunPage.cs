using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>A page of runs.</summary>
/// <param name="Runs">The newest first.</param>
/// <param name="Next">What the next page begins after; null after the last.</param>
internal sealed record RunPage(IReadOnlyList<Run> Runs, string? Next);
