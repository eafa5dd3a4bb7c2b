namespace LiveQuality.Mining.Study.Results;

/// <summary>Scores by something.</summary>
/// <param name="By">By what, for example <c>tag</c>.</param>
/// <param name="Groups">In the natural order of what they are grouped by.</param>
/// <param name="VarianceShare">Share of the scores' variance that lies between the groups (eta squared), 0..1.</param>
public sealed record GroupedScores(string By, IReadOnlyList<ScoreGroup> Groups, double VarianceShare);
