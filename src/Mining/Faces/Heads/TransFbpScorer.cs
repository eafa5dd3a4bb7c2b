using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>TransFBP: low and high layers of pretrained nets end to end, and a Bayesian ridge regression on them (Xu, Xiang and Yuan, "Transferring Rich Deep Features for Facial Beauty Prediction", 2018).</summary>
/// <param name="manifest">Its blocks.</param>
/// <param name="state">Its numbers.</param>
/// <exception cref="ModelFormatException">The numbers do not fit.</exception>
internal sealed class TransFbpScorer(FaceHeadManifest manifest, IReadOnlyDictionary<string, WeightTensor> state) : IFaceHead
{
    /// <summary>Name of the network.</summary>
    public const string Name = "trans-fbp";

    private readonly BayesianMean _ridge = new(state);

    /// <inheritdoc/>
    public FaceHeadManifest Manifest => manifest;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, WeightTensor> State => state;

    /// <inheritdoc/>
    public FaceScores Score(FaceFeatures features) => new() { Attractiveness = _ridge.Of(ClassVoter.Row(features, manifest.Blocks)) };

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }
}
