using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Steps;

/// <summary>A score beside what people know the live by.</summary>
/// <param name="LiveId">The live.</param>
/// <param name="Score">Best estimate of the mean rating it ends with, 1..5.</param>
/// <param name="ModelId">The model that said so.</param>
/// <param name="Subject">Title; null where a table gave none.</param>
/// <param name="Speaker">Display name.</param>
/// <param name="ReviewCount">Reviews so far.</param>
/// <param name="ReviewScore">Their mean; null below five.</param>
/// <param name="Low">Lower end of the 90 % interval; null where the model gives none.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Basis">Whether the model looked at what was known by now (warm) or before the start (cold).</param>
/// <param name="Predicted">What the model says without the live's reviews.</param>
/// <param name="EvidenceWeight">Share of the reviews in the score.</param>
/// <param name="Why">Why, in one sentence; null where the score was made without reasons.</param>
/// <param name="Reasons">Why, column by column; only of a live that was asked for by its id.</param>
internal sealed record ScoredLive(
    string LiveId,
    double Score,
    string ModelId,
    string? Subject,
    string? Speaker,
    long? ReviewCount,
    double? ReviewScore,
    double? Low,
    double? High,
    string? Basis,
    double? Predicted,
    double? EvidenceWeight,
    string? Why,
    ScoreReasons? Reasons);
