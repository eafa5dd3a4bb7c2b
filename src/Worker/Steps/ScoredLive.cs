namespace LiveQuality.Worker.Steps;

/// <summary>A score beside what people know the live by.</summary>
/// <param name="LiveId">The live.</param>
/// <param name="Score">Predicted mean rating, 1..5.</param>
/// <param name="ModelId">The model that said so.</param>
/// <param name="Subject">Title; null where a table gave none.</param>
/// <param name="Speaker">Display name.</param>
/// <param name="ReviewCount">Reviews so far.</param>
/// <param name="ReviewScore">Their mean; null below five.</param>
internal sealed record ScoredLive(string LiveId, double Score, string ModelId, string? Subject, string? Speaker, long? ReviewCount, double? ReviewScore);
