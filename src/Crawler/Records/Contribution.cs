namespace LiveQuality.Crawler.Records;

/// <summary>What one column does to a score.</summary>
/// <param name="Column">The column, or <see cref="ScoreReasons.ReviewsSoFar"/>.</param>
/// <param name="Value">What it says of the live, in the column's own unit; null where unknown.</param>
/// <param name="Points">Points of the score, above 0 where it raises it.</param>
public sealed record Contribution(string Column, double? Value, double Points);
