using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Networks.Light;
using LiveQuality.Mining.Models;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>CRNet in the variant that scores best here: <see cref="CrLight"/>, five of them.</summary>
internal sealed class CrNetScorer : IFaceHead
{
    /// <summary>Name of the network.</summary>
    public const string Name = "crnet";

    private readonly NetEnsembleScorer<CrLight> _nets;

    /// <param name="manifest">Its blocks.</param>
    /// <param name="state">Its numbers.</param>
    /// <exception cref="ModelFormatException">The numbers do not fit.</exception>
    public CrNetScorer(FaceHeadManifest manifest, IReadOnlyDictionary<string, WeightTensor> state)
    {
        (Manifest, State) = (manifest, state);
        _nets = new NetEnsembleScorer<CrLight>(state, (columns, chance) => new CrLight(columns, chance));
    }

    /// <inheritdoc/>
    public FaceHeadManifest Manifest { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, WeightTensor> State { get; }

    /// <inheritdoc/>
    public FaceScores Score(FaceFeatures features) => new() { Attractiveness = _nets.Estimate([.. _nets.All(ClassVoter.Row(features, Manifest.Blocks), Said).Select(numbers => numbers[0])]) };

    /// <summary>Scores of rows.</summary>
    internal static double[] Said(CrLight net, Tensor rows)
    {
        using var fixedForNow = no_grad();
        using var scope = NewDisposeScope();
        return [.. net.call(rows).Scores.flatten().data<float>().Select(value => (double)value)];
    }

    /// <inheritdoc/>
    public void Dispose() => _nets.Dispose();
}
