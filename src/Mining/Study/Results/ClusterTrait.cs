namespace LiveQuality.Mining.Study.Results;

/// <summary>What sets a cluster apart.</summary>
/// <param name="Column">The column.</param>
/// <param name="Mean">Its mean in the cluster, in the column's own unit.</param>
/// <param name="Deviations">How many standard deviations of all lives that is above their mean (below: negative), after the transform that clustering used.</param>
public sealed record ClusterTrait(string Column, double Mean, double Deviations);
