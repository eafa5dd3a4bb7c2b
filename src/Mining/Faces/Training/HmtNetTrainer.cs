using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Faces.Networks.Light;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>Trains <see cref="HmtNetScorer"/> with the paper's loss, on faces that have all three labels.</summary>
/// <param name="plan">How each net is trained.</param>
internal sealed class HmtNetTrainer(TrainingPlan plan) : IFaceTrainer
{
    /// <summary>By the plan that scores best here.</summary>
    public HmtNetTrainer()
        : this(TrainingPlan.OverFeatures)
    {
    }

    /// <inheritdoc/>
    public string Kind => HmtNetScorer.Name;

    /// <inheritdoc/>
    public IFaceHead Train(TrainingSet set, int seed, string checkpointPath, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        const string labels = $"{FaceTasks.Attractiveness}, {FaceTasks.Gender} and {FaceTasks.Race}";
        set = set.With(labels, label => label is { Attractiveness: not null, Gender: not null, Race: not null }).Enough(labels);
        int[] all = [.. Enumerable.Range(0, set.Faces.Count)];
        var (blocks, truth) = (PretrainedBlocks.Of(set.Faces[0].Features), set.Targets(label => label.Attractiveness, all));
        var classes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [FaceTasks.Gender] = Two(set, FaceTasks.Gender, label => label.Gender!),
            [FaceTasks.Race] = Two(set, FaceTasks.Race, label => label.Race!),
        };
        var (state, unseen) = new FoldEnsemble(plan, seed).Fit(
            set.Rows(blocks, all),
            new EnsembleNet<HmtLight>((columns, chance) => new HmtLight(columns, HmtNetScorer.Fusion, chance), Loss, (net, rows) => HmtNetScorer.Said(net, rows).Scores, Quality),
            checkpointPath, $"{Kind} {set.Key} {seed} {plan}", progress, cancellationToken);
        var (name, noise) = NetEnsembleScorer<HmtLight>.Noise(unseen, truth);
        state.Add(name, noise);
        return new HmtNetScorer(set.Manifest(Kind, blocks, classes, seed, ScoreMetrics.Of(unseen, truth), state), state);

        double Quality(double[] said, int[] faces) => -Errors.Of(said, [.. faces.Select(face => truth[face])]).Rmse;

        Tensor Loss(HmtLight net, Tensor rows, int[] faces)
        {
            using var genders = Index(faces, FaceTasks.Gender, label => label.Gender!);
            using var races = Index(faces, FaceTasks.Race, label => label.Race!);
            using var scores = AlignedTensor.Of([.. faces.Select(face => (float)truth[face])]);
            return HmtNetLoss.Of(net.call(rows), genders, races, scores);
        }

        Tensor Index(int[] faces, string task, Func<LabelledFace, string> read) =>
            torch.tensor([.. faces.Select(face => (long)classes[task].ToList().IndexOf(read(set.Faces[face].Label)))]);
    }

    private static string[] Two(TrainingSet set, string task, Func<LabelledFace, string> read)
    {
        string[] names = [.. set.Faces.Select(face => read(face.Label)).Distinct().Order(StringComparer.Ordinal)];
        return names.Length == 2 ? names : throw new MiningException($"hmt-net tells two answers of '{task}' apart, the faces have {names.Length}: {string.Join(", ", names)}");
    }
}
