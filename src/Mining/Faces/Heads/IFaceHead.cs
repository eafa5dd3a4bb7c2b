using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Something that was trained here and stands on what pretrained nets say. Calls from several threads at once are allowed; the same face gives the same bits.</summary>
internal interface IFaceHead : IDisposable
{
    /// <summary>Where it comes from.</summary>
    FaceHeadManifest Manifest { get; }

    /// <summary>Its numbers, by name: enough, with the manifest, to build an equal head.</summary>
    IReadOnlyDictionary<string, WeightTensor> State { get; }

    /// <summary>Judges a face.</summary>
    /// <exception cref="ArgumentException">A block that the head reads is missing: it was trained on another stack of nets.</exception>
    FaceScores Score(FaceFeatures features);
}
