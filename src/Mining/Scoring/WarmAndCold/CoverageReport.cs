namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>How many intervals held what came.</summary>
/// <param name="Rows">Intervals looked at.</param>
/// <param name="Share">Share of them that held it.</param>
/// <param name="Slices">The same by slice: the evidence behind the score, tag, price, new or known speaker.</param>
public sealed record CoverageReport(int Rows, double Share, IReadOnlyList<SliceCoverage> Slices);
