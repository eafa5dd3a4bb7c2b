using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Mining.Faces.Evaluating;

/// <summary>A head says sense of those features only that it was trained on: others may have the same count, and are something else.</summary>
internal static class FeatureMatch
{
    /// <exception cref="MiningException">They are not the ones.</exception>
    public static void Check(FaceHeadManifest manifest, string features)
    {
        if (manifest.Features != features)
        {
            throw new MiningException($"{manifest.Id} was trained on the features {manifest.Features}, not on {features}: set Faces:Models:Embedding as it was then");
        }
    }
}
