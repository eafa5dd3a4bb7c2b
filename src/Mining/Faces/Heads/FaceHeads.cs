using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>The kinds of heads there are.</summary>
internal static class FaceHeads
{
    /// <summary>Builds a head from what a file holds.</summary>
    /// <exception cref="ModelFormatException">The kind is unknown, or the numbers do not fit it.</exception>
    public static IFaceHead Restore(FaceHeadManifest manifest, IReadOnlyDictionary<string, WeightTensor> state) => manifest.Kind switch
    {
        TransFbpScorer.Name => new TransFbpScorer(manifest, state),
        TreeCnnScorer.Name => new TreeCnnScorer(manifest, state),
        CrNetScorer.Name => new CrNetScorer(manifest, state),
        HmtNetScorer.Name => new HmtNetScorer(manifest, state),
        IdentityHead.Name => new IdentityHead(manifest, state),
        _ => throw new ModelFormatException($"{manifest.Kind} is no kind of head known here"),
    };
}
