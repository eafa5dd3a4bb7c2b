using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>Trains <see cref="TransFbpScorer"/>: validated on a part, then fitted on all faces, since the evidence chooses the penalty and nothing is stopped early.</summary>
internal sealed class TransFbpTrainer : IFaceTrainer
{
    /// <inheritdoc/>
    public string Kind => TransFbpScorer.Name;

    /// <inheritdoc/>
    public IFaceHead Train(TrainingSet set, int seed, string checkpointPath, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        set = set.With(FaceTasks.Attractiveness, label => label.Attractiveness is not null).Enough(FaceTasks.Attractiveness);
        var blocks = PretrainedBlocks.Of(set.Faces[0].Features);
        // fr's descriptor gains by it, on five folds of SCUT-FBP5500's training part, the other blocks do not.
        var whitened = blocks[^1] == FrNet.Descriptor ? set.Faces[0].Features[FrNet.Descriptor].Length : 0;
        var (fit, validation) = set.Split(seed);
        var trial = BayesianMean.Fit(set.Rows(blocks, fit), Targets(fit), whitened, seed, cancellationToken);
        progress?.Report(new FitProgress(1, 2, 0));
        double[] said = [.. validation.Select(face => trial.Of(set.Rows(blocks, [face])).Mean)];
        int[] all = [.. Enumerable.Range(0, set.Faces.Count)];
        var state = BayesianMean.Fit(set.Rows(blocks, all), Targets(all), whitened, seed, cancellationToken).State;
        progress?.Report(new FitProgress(2, 2, 0));
        return new TransFbpScorer(set.Manifest(Kind, blocks, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), seed, ScoreMetrics.Of(said, Targets(validation)), state), state);

        double[] Targets(IReadOnlyList<int> chosen) => set.Targets(label => label.Attractiveness, chosen);
    }
}
