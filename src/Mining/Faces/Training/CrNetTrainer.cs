using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Faces.Networks.Light;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>Trains <see cref="CrNetScorer"/> with the paper's loss; by Adam instead of SGD, since no pretrained backbone is moved here.</summary>
/// <param name="plan">How each net is trained.</param>
internal sealed class CrNetTrainer(TrainingPlan plan) : IFaceTrainer
{
    /// <summary>By the plan that scores best here.</summary>
    public CrNetTrainer()
        : this(TrainingPlan.OverFeatures)
    {
    }

    /// <inheritdoc/>
    public string Kind => CrNetScorer.Name;

    /// <inheritdoc/>
    public IFaceHead Train(TrainingSet set, int seed, string checkpointPath, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        set = set.With(FaceTasks.Attractiveness, label => label.Attractiveness is not null).Enough(FaceTasks.Attractiveness);
        int[] all = [.. Enumerable.Range(0, set.Faces.Count)];
        var (blocks, truth) = (PretrainedBlocks.Of(set.Faces[0].Features), set.Targets(label => label.Attractiveness, all));
        var empty = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var (state, unseen) = new FoldEnsemble(plan, seed).Fit(
            set.Rows(blocks, all), new EnsembleNet<CrLight>((columns, chance) => new CrLight(columns, chance), Loss, CrNetScorer.Said, Quality), checkpointPath, $"{Kind} {set.Key} {seed} {plan}", progress, cancellationToken);
        var (name, noise) = NetEnsembleScorer<CrLight>.Noise(unseen, truth);
        state.Add(name, noise);
        return new CrNetScorer(set.Manifest(Kind, blocks, empty, seed, ScoreMetrics.Of(unseen, truth), state), state);

        double Quality(double[] said, int[] faces) => -Errors.Of(said, [.. faces.Select(face => truth[face])]).Rmse;

        Tensor Loss(CrLight net, Tensor rows, int[] faces)
        {
            var (scores, bins) = net.call(rows);
            using var trueScores = AlignedTensor.Of([.. faces.Select(face => (float)truth[face])]);
            using var trueBins = torch.tensor([.. faces.Select(face => (long)ScoreBins.Of(truth[face]))]);
            return CrNetLoss.Of(scores, bins, trueScores, trueBins);
        }
    }
}
