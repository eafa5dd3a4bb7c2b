namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>What is the same for all scores of one scoring.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Reasons">Whether each says why.</param>
/// <param name="Now">When.</param>
internal sealed record ScoreOrder(string ModelId, bool Reasons, DateTimeOffset Now);
