using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Networks.Light;
using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>
/// TreeCNN in the variant that scores best here: a net over the whole face and four over its parts, trained on pixels, and a voter over what pretrained nets say; all of them vote on the expression. Age, gender and race
/// come from what pretrained nets say. Tasks without a label in the training data are not answered.
/// </summary>
internal sealed class TreeCnnScorer : IFaceHead
{
    /// <summary>Name of the network.</summary>
    public const string Name = "tree-cnn";

    internal const string NetPart = "net";
    internal const string PoolPart = "pool";

    private static readonly string[] Voted = [FaceTasks.Expression, FaceTasks.Gender, FaceTasks.Race];

    private readonly TreeLight? _net;
    private readonly Generator _chance = new();
    private readonly VotePool? _pool;
    private readonly Dictionary<string, SoftmaxPredictor> _voters;
    private readonly BayesianMean? _age;

    /// <param name="manifest">Its tasks and classes.</param>
    /// <param name="state">Its numbers.</param>
    /// <exception cref="ModelFormatException">The numbers do not fit the manifest.</exception>
    public TreeCnnScorer(FaceHeadManifest manifest, IReadOnlyDictionary<string, WeightTensor> state)
    {
        (Manifest, State) = (manifest, state);
        _voters = Voted.Where(manifest.Classes.ContainsKey).ToDictionary(task => task, task => new SoftmaxPredictor(state.Part(task)), StringComparer.Ordinal);
        _age = state.Part(FaceTasks.Age) is { Count: > 0 } age ? new BayesianMean(age) : null;
        if (manifest.Classes.TryGetValue(FaceTasks.Expression, out var expressions))
        {
            _pool = new VotePool(state.Part(PoolPart));
            _net = new TreeLight(expressions.Count, _chance);
            ModuleState.Write(_net, state.Part(NetPart));
            _net.eval();
        }

        Check();
    }

    /// <inheritdoc/>
    public FaceHeadManifest Manifest { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, WeightTensor> State { get; }

    /// <inheritdoc/>
    public FaceScores Score(FaceFeatures features) => new()
    {
        Expression = _net is null || _pool is null
            ? null
            : ClassShares.Of(Manifest.Classes[FaceTasks.Expression], _pool.Of([.. Votes(_net, [features[GreyChip.Block]]).Select(voter => voter[0]), Vote(FaceTasks.Expression, features)])),
        Gender = Answer(FaceTasks.Gender, features),
        Race = Answer(FaceTasks.Race, features),
        Age = _age?.Of(ClassVoter.Row(features, Manifest.Blocks)) is { } age ? age with { Mean = Math.Max(0, age.Mean) } : null,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _net?.Dispose();
        _chance.Dispose();
    }

    /// <summary>What the five nets say of faces: mean over the face and its mirror image.</summary>
    /// <param name="net">In evaluation mode.</param>
    /// <param name="chips">48 x 48 grey levels each.</param>
    /// <returns>[voter][face][class].</returns>
    internal static double[][][] Votes(TreeLight net, IReadOnlyList<float[]> chips)
    {
        // Holds for the calling thread only.
        torch.set_num_threads(1);
        using var fixedForNow = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        const int pixels = GreyChip.Side * GreyChip.Side;
        // Each face and behind it its mirror image, in one batch: a net's many small layers cost more to call than to calculate.
        var values = new float[2 * chips.Count * pixels];
        for (var row = 0; row < 2 * chips.Count; row++)
        {
            ChipAugmentation.Plain(chips[row / 2], values.AsSpan(row * pixels, pixels), mirrored: row % 2 == 1);
        }

        var said = net.call(AlignedTensor.Of(values, 2 * chips.Count, 1, GreyChip.Side, GreyChip.Side));
        return [.. said.Select(logits => Means(logits.softmax(1).data<float>().Select(share => (double)share).Chunk((int)logits.shape[1]).ToArray()))];

        static double[][] Means(double[][] shares) => [.. shares.Chunk(2).Select(pair => pair[0].Zip(pair[1], (one, other) => (one + other) / 2).ToArray())];
    }

    // The manifest has no hash of its own: without this a lost name would show at the first face, or never.
    private void Check()
    {
        foreach (var (task, voter) in _voters)
        {
            if (voter.Classes != Manifest.Classes[task].Count)
            {
                throw new ModelFormatException($"weights: {voter.Classes} answers of {task}, the manifest names {Manifest.Classes[task].Count}");
            }
        }

        // Every net of the tree, and the voter on features.
        if (_pool is not null && _pool.Weights.Count != TreeLight.Nets + 1)
        {
            throw new ModelFormatException($"weights: {_pool.Weights.Count} voters instead of {TreeLight.Nets + 1}");
        }
    }

    private double[] Vote(string task, FaceFeatures features) => ClassVoter.Vote(_voters[task], features, Manifest.Blocks);

    private ClassShares? Answer(string task, FaceFeatures features) => _voters.ContainsKey(task) ? ClassShares.Of(Manifest.Classes[task], Vote(task, features)) : null;
}
