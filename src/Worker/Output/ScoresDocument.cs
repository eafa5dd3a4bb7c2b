using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Output;

/// <summary>Scores, in the order asked for.</summary>
internal sealed record ScoresDocument(IReadOnlyList<ScoredLive> Scores);
