using System.Diagnostics.CodeAnalysis;
using LiveQuality.Mining.Features;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>MTB-DNN trained as published: mean squared error, Adam, batches of 8, a fixed number of epochs, the last one kept.</summary>
/// <param name="seed">Sets the first weights and the order of the rows: the same seed gives the same weights to the bit.</param>
/// <param name="epochs">Passes over the rows, 1 or more; 20 as published.</param>
/// <param name="redrawDead">Whether a <see cref="DeadStart"/> is drawn anew; the study kept it.</param>
internal sealed class MtbDnn2019(int seed, int epochs = MtbDnn2019.PublishedEpochs, bool redrawDead = true) : IRegressor
{
    /// <summary>The name people and manifests use.</summary>
    public const string Name = "mtb-dnn-2019";

    /// <summary>Passes over the rows in the study.</summary>
    public const int PublishedEpochs = 20;

    internal const int BatchSize = 8;
    internal const double LearningRate = 0.01;
    internal const double WeightDecay = 1e-5;

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc cref="IRegressor.Fit"/>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The using disposes of each net; the analysis loses it in the loop.")]
    public NetPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        RegressorInput.Check(features, targets);
        // Holds for the calling thread only, and tensors this small lose time on a second one.
        torch.set_num_threads(1);
        using var scope = torch.NewDisposeScope();
        using var chance = new Generator((ulong)seed, CPU);
        var rows = features.ToTensor();                                                             // [rows, columns]
        var (layout, columns) = (new NetLayout(NetShape.MtbDnn2019, features.Columns), new FeatureColumns(features));
        var scores = AlignedTensor.Of([.. targets.Select(target => (float)target)], targets.Count, 1);  // [rows, 1]
        for (var start = 1; ; start++)
        {
            using var net = new MtbDnn2019Net(features.Columns);
            net.Initialise(chance);
            var mayDie = redrawDead && start < DeadStart.MostStarts;
            if (Train(net, rows, scores, chance, () => mayDie && IsDead(net), progress, cancellationToken))
            {
                return new NetPredictor(layout, layout.Load(net.Save()));
            }
        }

        bool IsDead(MtbDnn2019Net net) => DeadStart.Shows(NetForward.Score(layout, layout.Load(net.Save()), columns));
    }

    IPredictor IRegressor.Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken) =>
        Fit(features, targets, progress, cancellationToken);

    // False as soon as the net is dead.
    private bool Train(
        MtbDnn2019Net net, Tensor rows, Tensor scores, Generator chance, Func<bool> isDead, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        using var adam = new Adam(net.parameters(), LearningRate, WeightDecay);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var loss = TrainOnce(net, adam, rows, scores, chance, cancellationToken);
            if (!double.IsFinite(loss))
            {
                throw new MiningException($"{Name} diverged in epoch {epoch}: the loss is {loss}");
            }

            if (isDead())
            {
                return false;
            }

            progress?.Report(new FitProgress(epoch, epochs, loss));
        }

        return true;
    }

    private static double TrainOnce(
        MtbDnn2019Net net, Adam adam, Tensor rows, Tensor scores, Generator chance, CancellationToken cancellationToken)
    {
        using var epochScope = torch.NewDisposeScope();
        var order = torch.randperm(rows.shape[0], generator: chance);
        var (shuffledRows, shuffledScores) = (rows.index_select(0, order), scores.index_select(0, order));
        var loss = 0.0;
        for (long start = 0; start < rows.shape[0]; start += BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var batchScope = torch.NewDisposeScope();
            var size = Math.Min(BatchSize, rows.shape[0] - start);
            adam.ZeroGradients();
            var predicted = net.forward(shuffledRows.narrow(0, start, size));                               // [size, 1]
            var error = nn.functional.mse_loss(predicted, shuffledScores.narrow(0, start, size));           // []
            error.backward();
            adam.Step();
            loss += error.item<float>() * size;
        }

        return loss / rows.shape[0];
    }
}
