using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Mining.Faces.Evaluating;

/// <summary>
/// A head says sense of those features only that it was trained on: others may have the same count, and are something else. A stack with one net more will do: heads read blocks by name.
/// </summary>
internal static class FeatureMatch
{
    /// <param name="manifest">The head's.</param>
    /// <param name="features">Id of detector and nets: their names with plus signs between.</param>
    /// <exception cref="MiningException">One of the nets that it was trained on is not there, or is used in another way.</exception>
    public static void Check(FaceHeadManifest manifest, string features)
    {
        // The identity vector is made of whatever nets there are: one more changes it.
        var fits = manifest.Kind == IdentityHead.Name ? manifest.Features == features : !manifest.Features.Split('+').Except(features.Split('+'), StringComparer.Ordinal).Any();
        if (!fits)
        {
            throw new MiningException($"{manifest.Id} was trained on the features {manifest.Features}, not on {features}: set Faces:Models:Embedding as it was then");
        }
    }
}
