namespace LiveQuality.Mining.Study.Results;

/// <summary>A kind of lives.</summary>
/// <param name="Lives">How many.</param>
/// <param name="MeanScore">Their mean score; it took no part in the clustering.</param>
/// <param name="Traits">Columns that set it apart most, furthest first.</param>
public sealed record Cluster(int Lives, double MeanScore, IReadOnlyList<ClusterTrait> Traits);
