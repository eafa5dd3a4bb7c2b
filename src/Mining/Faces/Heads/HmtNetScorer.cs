using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Faces.Networks.Light;
using LiveQuality.Mining.Models;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>HMT-Net in the variant that scores best here: <see cref="HmtLight"/>, five of them.</summary>
internal sealed class HmtNetScorer : IFaceHead
{
    /// <summary>Name of the network.</summary>
    public const string Name = "hmt-net";

    /// <summary>How the branches are joined: the average is as good as the concatenation and three times narrower.</summary>
    internal const FeatureFusion Fusion = FeatureFusion.Average;

    private readonly NetEnsembleScorer<HmtLight> _nets;

    /// <param name="manifest">Its blocks.</param>
    /// <param name="state">Its numbers.</param>
    /// <exception cref="ModelFormatException">The numbers do not fit.</exception>
    public HmtNetScorer(FaceHeadManifest manifest, IReadOnlyDictionary<string, WeightTensor> state)
    {
        (Manifest, State) = (manifest, state);
        foreach (var task in new[] { FaceTasks.Gender, FaceTasks.Race })
        {
            if (!manifest.Classes.TryGetValue(task, out var names) || names.Count != HmtLight.Classes)
            {
                throw new ModelFormatException($"the manifest does not name {HmtLight.Classes} answers of {task}");
            }
        }

        _nets = new NetEnsembleScorer<HmtLight>(state, (columns, chance) => new HmtLight(columns, Fusion, chance));
    }

    /// <inheritdoc/>
    public FaceHeadManifest Manifest { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, WeightTensor> State { get; }

    /// <inheritdoc/>
    public FaceScores Score(FaceFeatures features)
    {
        // One net after the other: its score, then two genders, then two races.
        var said = _nets.All(ClassVoter.Row(features, Manifest.Blocks), (net, rows) => Said(net, rows) is var (scores, genders, races) ? [.. scores, .. genders, .. races] : []);
        return new FaceScores
        {
            Attractiveness = _nets.Estimate([.. said.Select(numbers => numbers[0])]),
            Gender = Shares(FaceTasks.Gender, said, 1),
            Race = Shares(FaceTasks.Race, said, 1 + HmtLight.Classes),
        };
    }

    /// <summary>Scores of rows, and probabilities of the two genders and races, row after row.</summary>
    internal static (double[] Scores, double[] Genders, double[] Races) Said(HmtLight net, Tensor rows)
    {
        using var fixedForNow = no_grad();
        using var scope = NewDisposeScope();
        var (gender, race, score) = net.call(rows);
        return (Numbers(score), Numbers(gender.softmax(1)), Numbers(race.softmax(1)));

        static double[] Numbers(Tensor tensor) => [.. tensor.flatten().data<float>().Select(value => (double)value)];
    }

    /// <inheritdoc/>
    public void Dispose() => _nets.Dispose();

    private ClassShares Shares(string task, IReadOnlyList<double[]> said, int start) =>
        ClassShares.Of(Manifest.Classes[task], [.. Enumerable.Range(start, HmtLight.Classes).Select(at => said.Average(numbers => numbers[at]))]);
}
