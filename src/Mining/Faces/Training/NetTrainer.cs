using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>Trains a net and keeps the weights of the pass that validates best. The checkpoint stays when it is done: what the net is part of may not be.</summary>
/// <param name="plan">How.</param>
/// <param name="seed">Where all chance comes from. Each pass has its own, so that a training that was stopped goes on to the same weights.</param>
/// <param name="checkpoint">Where to keep the state after each pass; null for nowhere. That of a finished training gives its weights at once.</param>
internal sealed class NetTrainer(TrainingPlan plan, int seed, TrainingCheckpoint? checkpoint)
{
    /// <param name="net">The net; ends with the best weights, in evaluation mode.</param>
    /// <param name="chance">The net's own generator.</param>
    /// <param name="rows">How many rows there are to learn from; where they are fewer than a batch, all of them are one.</param>
    /// <param name="loss">Loss of some rows, a tensor of one number.</param>
    /// <param name="validate">Score of the net in evaluation mode; more is better.</param>
    /// <param name="progress">Hears of each pass the mean loss.</param>
    /// <param name="cancellationToken">Ends it before the next batch; the checkpoint stays.</param>
    /// <returns>The best score.</returns>
    public double Fit(
        nn.Module net, Generator chance, int rows, Func<int[], Random, Tensor> loss, Func<double> validate, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        // Holds for the calling thread only.
        torch.set_num_threads(1);
        using var adam = new Adam(net.parameters(), plan.LearningRate, plan.WeightDecay);
        var position = checkpoint?.Load(net, adam) ?? new TrainingPosition(0, double.NegativeInfinity, 0, ModuleState.Read(net));
        while (position.Epoch < plan.Epochs && position.Epoch - position.BestEpoch < plan.Patience)
        {
            var lost = TrainOnce(net, adam, chance, position.Epoch, rows, loss, cancellationToken);
            if (!double.IsFinite(lost))
            {
                throw new MiningException($"the training diverged in epoch {position.Epoch + 1}: the loss is {lost}");
            }

            net.eval();
            var score = validate();
            position = score > position.BestScore
                ? new TrainingPosition(position.Epoch + 1, score, position.Epoch + 1, ModuleState.Read(net))
                : position with { Epoch = position.Epoch + 1 };
            checkpoint?.Save(net, adam, position);
            progress?.Report(new FitProgress(position.Epoch, plan.Epochs, lost));
        }

        ModuleState.Write(net, position.Best);
        net.eval();
        return position.BestScore;
    }

    private double TrainOnce(nn.Module net, Adam adam, Generator chance, int epoch, int rows, Func<int[], Random, Tensor> loss, CancellationToken cancellationToken)
    {
        net.train();
        var random = new Random(SeedOf(epoch));
        chance.manual_seed(SeedOf(epoch));
        var order = Enumerable.Range(0, rows).ToArray();
        random.Shuffle(order);
        var size = Math.Min(plan.BatchSize, rows);
        var batches = rows / size;
        var total = 0.0;
        for (var batch = 0; batch < batches; batch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var scope = torch.NewDisposeScope();
            adam.LearningRate = plan.RateAt(((epoch * batches) + batch + 1.0) / (plan.Epochs * batches));
            adam.ZeroGradients();
            var lost = loss(order[(batch * size)..((batch + 1) * size)], random);
            lost.backward();
            adam.Step();
            total += lost.item<float>();
        }

        return total / batches;
    }

    // Any rule that gives every seed and pass its own number.
    private int SeedOf(int epoch) => unchecked((seed * 1_000_003) + epoch) & int.MaxValue;
}
