namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Names of the scale that stands before an ensemble of nets.</summary>
internal static class NetEnsembleState
{
    public const string Means = "means";
    public const string Deviations = "deviations";
}
