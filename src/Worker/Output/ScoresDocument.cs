using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Output;

/// <summary>Scores, best first.</summary>
internal sealed record ScoresDocument(IReadOnlyList<ScoredLive> Scores);
