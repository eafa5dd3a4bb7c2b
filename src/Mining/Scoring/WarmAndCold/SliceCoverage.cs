namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>How many intervals of a part of the lives held what came.</summary>
/// <param name="Slice">Which part.</param>
/// <param name="Lives">Its lives.</param>
/// <param name="Share">Share of its intervals that held it.</param>
public sealed record SliceCoverage(string Slice, int Lives, double Share);
