using LiveQuality.Mining.Features;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models;

/// <summary>MTB-DNN trained as published: mean squared error, Adam, batches of 8, a fixed number of epochs, the last one kept.</summary>
/// <param name="seed">Sets the first weights and the order of the rows: the same seed gives the same weights to the bit.</param>
/// <param name="epochs">Passes over the rows, 1 or more; 20 as published.</param>
internal sealed class MtbDnn2019(int seed, int epochs = MtbDnn2019.PublishedEpochs) : IRegressor
{
    /// <summary>The name people and manifests use.</summary>
    public const string Name = "mtb-dnn-2019";

    /// <summary>Passes over the rows in the study.</summary>
    public const int PublishedEpochs = 20;

    private const int BatchSize = 8;
    private const double LearningRate = 0.01;
    private const double WeightDecay = 1e-5;

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public IPredictor Fit(Matrix features, IReadOnlyList<double> targets, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        RegressorInput.Check(features, targets);
        // Holds for the calling thread only, and tensors this small lose time on a second one.
        torch.set_num_threads(1);
        using var scope = torch.NewDisposeScope();
        using var chance = new Generator((ulong)seed, CPU);
        using var net = new MtbDnn2019Net(features.Columns);
        net.Initialise(chance);
        using var adam = optim.Adam(net.parameters(), LearningRate, weight_decay: WeightDecay);
        var rows = features.ToTensor();                                                             // [rows, columns]
        var scores = torch.tensor([.. targets.Select(target => (float)target)], targets.Count, 1);  // [rows, 1]
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var loss = TrainOnce(net, adam, rows, scores, chance, cancellationToken);
            if (!double.IsFinite(loss))
            {
                throw new MiningException($"{Name} diverged in epoch {epoch}: the loss is {loss}");
            }

            progress?.Report(new FitProgress(epoch, epochs, loss));
        }

        return new MtbDnn2019Predictor(features.Columns, net.Save());
    }

    private static double TrainOnce(MtbDnn2019Net net, optim.Optimizer adam, Tensor rows, Tensor scores, Generator chance, CancellationToken cancellationToken)
    {
        using var epochScope = torch.NewDisposeScope();
        var order = torch.randperm(rows.shape[0], generator: chance);
        var (shuffledRows, shuffledScores) = (rows.index_select(0, order), scores.index_select(0, order));
        var loss = torch.zeros([]);
        for (long start = 0; start < rows.shape[0]; start += BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var batchScope = torch.NewDisposeScope();
            var size = Math.Min(BatchSize, rows.shape[0] - start);
            adam.zero_grad();
            var predicted = net.forward(shuffledRows.narrow(0, start, size));                               // [size, 1]
            var error = nn.functional.mse_loss(predicted, shuffledScores.narrow(0, start, size));           // []
            error.backward();
            adam.step();
            loss.add_(error.detach(), size);
        }

        return loss.item<float>() / rows.shape[0];
    }
}
