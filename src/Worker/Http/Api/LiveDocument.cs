using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Steps.Models;

namespace LiveQuality.Worker.Http.Api;

/// <summary>Everything that is known of a live.</summary>
/// <param name="Live">The record.</param>
/// <param name="Speaker">Display name; null where nobody has said it.</param>
/// <param name="Score">Score, interval and reasons; null where it has none.</param>
/// <param name="Model">The model that said so; null where it has no score, or the model is gone.</param>
/// <param name="Observations">What changed, in the order of time.</param>
/// <param name="Ratings">Reviews in the store with 1 to 5 stars.</param>
internal sealed record LiveDocument(Live Live, string? Speaker, Score? Score, ModelSummary? Model, IReadOnlyList<Observation> Observations, IReadOnlyList<long> Ratings);
