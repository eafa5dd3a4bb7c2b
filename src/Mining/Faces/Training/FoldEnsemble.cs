using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>
/// Five nets, each trained on four fifths of the faces and stopped by the fifth that it has not seen; what they say is averaged. So every face teaches, and every face is also judged by a net that did not learn from it: the
/// validation figures are of all faces.
/// </summary>
/// <param name="plan">How each is trained.</param>
/// <param name="seed">Where all chance comes from.</param>
internal sealed class FoldEnsemble(TrainingPlan plan, int seed)
{
    /// <summary>Nets.</summary>
    public const int Folds = 5;

    /// <summary>Trains.</summary>
    /// <param name="rows">[faces, columns], unscaled.</param>
    /// <param name="kind">The net.</param>
    /// <param name="checkpointPath">Where to keep what is done; each net has a file of its own.</param>
    /// <param name="key">What the training is made of.</param>
    /// <param name="progress">Hears of each pass.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The numbers of scale and nets, and what was said of each face by the net that had not seen it.</returns>
    public (Dictionary<string, WeightTensor> State, double[] Unseen) Fit<TNet>(
        Matrix rows, EnsembleNet<TNet> kind, string checkpointPath, string key, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
        where TNet : nn.Module
    {
        // Holds for the calling thread only.
        torch.set_num_threads(1);
        var scale = ColumnScale.Of(rows);
        using var table = AlignedTensor.Of(Array.ConvertAll(scale.Apply(rows).Values.ToArray(), value => (float)value), rows.Rows, rows.Columns);
        var state = new Dictionary<string, WeightTensor>(StringComparer.Ordinal) { [NetEnsembleState.Means] = StateTensors.Of([.. scale.Means]), [NetEnsembleState.Deviations] = StateTensors.Of([.. scale.Deviations]) };
        var (order, unseen) = (Enumerable.Range(0, rows.Rows).ToArray(), new double[rows.Rows]);
        new Random(seed).Shuffle(order);
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] held = [.. order.Where((_, at) => at % Folds == fold).Order()];
            int[] fit = [.. order.Where((_, at) => at % Folds != fold).Order()];
            var checkpoint = new TrainingCheckpoint($"{checkpointPath}.{fold}", $"{key} fold {fold}");
            var (net, said) = FitOne(table, kind, fit, held, new NetTrainer(plan, seed + fold, checkpoint), seed + fold, Part(progress, fold), cancellationToken);
            state.AddPart($"net{fold}", net);
            foreach (var (face, value) in held.Zip(said))
            {
                unseen[face] = value;
            }
        }

        return (state, unseen);
    }

    private static (Dictionary<string, WeightTensor> State, double[] Said) FitOne<TNet>(
        Tensor table, EnsembleNet<TNet> kind, int[] fit, int[] held, NetTrainer trainer, int seed, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
        where TNet : nn.Module
    {
        using var chance = new Generator((ulong)seed);
        using var net = kind.Create((int)table.shape[1], chance);
        using var unseen = Select(table, held);
        trainer.Fit(net, chance, fit.Length, (batch, _) => Loss([.. batch.Select(at => fit[at])]), () => kind.Quality(kind.Said(net, unseen), held), progress, cancellationToken);
        return (ModuleState.Read(net), kind.Said(net, unseen));

        Tensor Loss(int[] faces)
        {
            using var rows = Select(table, faces);
            return kind.Loss(net, rows, faces);
        }
    }

    private Progress? Part(IProgress<FitProgress>? progress, int fold) => progress is null ? null : new Progress(progress, fold, plan.Epochs);

    private static Tensor Select(Tensor table, int[] faces)
    {
        using var at = torch.tensor(Array.ConvertAll(faces, face => (long)face));
        return table.index_select(0, at);
    }

    // One bar over all nets.
    private sealed class Progress(IProgress<FitProgress> whole, int fold, int epochs) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => whole.Report(new FitProgress((fold * epochs) + value.Epoch, Folds * epochs, value.Loss));
    }
}
