using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>What the page of one live shows.</summary>
/// <param name="Live">The record.</param>
/// <param name="Speaker">Display name; null where nobody has said it.</param>
/// <param name="Score">Null where it has none.</param>
/// <param name="Observations">What changed, in the order of time.</param>
/// <param name="Ratings">Reviews in the store with 1 to 5 stars.</param>
internal sealed record LiveView(Live Live, string? Speaker, Score? Score, IReadOnlyList<Observation> Observations, IReadOnlyList<long> Ratings);
