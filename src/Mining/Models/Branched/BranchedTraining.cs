using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Branched;

/// <summary>
/// Trains one <see cref="BranchedNet"/>: AdamW, the mean of the branches' losses (not the loss of their mean, which lets them all say the same), each row weighed by what its number of reviews is worth,
/// and the pass kept that was best on speakers kept apart.
/// </summary>
internal sealed class BranchedTraining(MtbDnnOptions options)
{
    /// <summary>Trains.</summary>
    /// <param name="codes">How rows are coded.</param>
    /// <param name="training">What is learnt from.</param>
    /// <param name="stopping">What says which pass was best: lives of other speakers.</param>
    /// <param name="seed">Chance, 0 or more.</param>
    /// <param name="progress">Hears of each pass; called on this thread.</param>
    /// <param name="cancellationToken">Ends it within one batch.</param>
    /// <returns>The weights and their pass, 1 and up. The ratings' mean and spread are in the weights.</returns>
    /// <exception cref="MiningException">It diverged.</exception>
    public (BranchedWeights Weights, int Epoch) Fit(
        ColumnCodes codes, RatedRows training, RatedRows stopping, int seed, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        // Holds for the calling thread only, and tensors this small lose time on a second one.
        torch.set_num_threads(1);
        using var scope = torch.NewDisposeScope();
        using var chance = new Generator((ulong)seed, CPU);
        var (rows, count) = (AlignedTensor.Of(codes.Encode(training.Features), training.Ratings.Count, codes.Units), training.Ratings.Count);
        var (mean, spread) = Standard(training.Ratings);
        var ratings = AlignedTensor.Of([.. training.Ratings.Select(rating => (float)((rating - mean) / spread))], count, 1);  // [rows, 1]
        var weights = AlignedTensor.Of(RowWeights(training.Reviews), count, 1);                                               // [rows, 1]
        using var net = new BranchedNet(codes.Count, codes.Units, options, chance);
        using var adam = new Adam(net.Trained, options.LearningRate, options.WeightDecay, decoupled: true);
        (BranchedWeights Weights, int Epoch) best = (net.Save(), 0);
        var bestError = double.PositiveInfinity;
        for (var epoch = 1; epoch <= options.Epochs && epoch - best.Epoch <= options.Patience; epoch++)
        {
            var loss = TrainOnce(net, adam, (rows, ratings, weights), chance, cancellationToken);
            if (!double.IsFinite(loss))
            {
                throw new MiningException($"{MtbDnn.Name} diverged in epoch {epoch}: the loss is {loss}");
            }

            var now = net.Save();
            var error = Errors.Of([.. new BranchedForward(codes, now).Score(stopping.Features).Select(value => mean + (spread * value))], stopping.Ratings).Rmse;
            if (error < bestError)
            {
                (best, bestError) = ((now, epoch), error);
            }

            progress?.Report(new FitProgress(epoch, options.Epochs, loss));
        }

        return (WithScale(best.Weights, mean, spread), best.Epoch);
    }

    private double TrainOnce(BranchedNet net, Adam adam, (Tensor Rows, Tensor Ratings, Tensor Weights) data, Generator chance, CancellationToken cancellationToken)
    {
        using var epochScope = torch.NewDisposeScope();
        var count = data.Rows.shape[0];
        var order = torch.randperm(count, generator: chance);
        var (rows, ratings, weights) = (data.Rows.index_select(0, order), data.Ratings.index_select(0, order), data.Weights.index_select(0, order));
        var total = 0.0;
        for (long start = 0; start < count; start += options.BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var batchScope = torch.NewDisposeScope();
            var size = Math.Min(options.BatchSize, count - start);
            adam.ZeroGradients();
            var said = net.forward(rows.narrow(0, start, size));                                             // [size, branches]
            var truth = ratings.narrow(0, start, size).expand_as(said);                                      // [size, branches]
            var losses = nn.functional.smooth_l1_loss(said, truth, nn.Reduction.None, options.Robust);       // [size, branches]
            var loss = losses.mul(weights.narrow(0, start, size)).mean();                                    // []
            loss.backward();
            adam.Step();
            total += loss.item<float>() * size;
        }

        return total / count;
    }

    private float[] RowWeights(IReadOnlyList<double> reviews)
    {
        var weights = options.Weigh(reviews);
        var mean = weights.Average();
        return Array.ConvertAll(weights, weight => (float)(weight / mean));
    }

    /// <summary>Mean and standard deviation of ratings; 1 for the latter where all are equal.</summary>
    internal static (double Mean, double Spread) Standard(IReadOnlyList<double> ratings)
    {
        var mean = ratings.Average();
        var spread = Math.Sqrt(ratings.Average(rating => (rating - mean) * (rating - mean)));
        return (mean, spread > 0 ? spread : 1);
    }

    // Nets learn numbers around 0; whoever reads the weights wants ratings.
    private static BranchedWeights WithScale(BranchedWeights weights, double mean, double spread) => weights with
    {
        Scores = new WeightTensor(weights.Scores.Shape, Array.ConvertAll(weights.Scores.Values, value => (float)(value * spread))),
        ScoreBiases = new WeightTensor(weights.ScoreBiases.Shape, Array.ConvertAll(weights.ScoreBiases.Values, value => (float)(mean + (spread * value)))),
    };
}
