namespace LiveQuality.Mining.Study.Results;

/// <summary>Kinds of lives by k-means.</summary>
/// <param name="Clusters">Largest first.</param>
/// <param name="ExplainedShare">Share of the standardised columns' variance that lies between the clusters, 0..1.</param>
public sealed record ClusterResult(IReadOnlyList<Cluster> Clusters, double ExplainedShare);
