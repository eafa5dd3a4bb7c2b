using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Scoring.Drift;

/// <summary>Rows to look for drift in.</summary>
/// <param name="Features">A row a live; NaN stands for unknown.</param>
/// <param name="Scores">The score of each row; NaN stands for unknown.</param>
/// <param name="Speakers">Key of each row's speaker.</param>
internal sealed record DriftRows(Matrix Features, IReadOnlyList<double> Scores, IReadOnlyList<string> Speakers);
