using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Adam = LiveQuality.Mining.Models.Nets.Adam;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// Learns a <see cref="TripletProjection"/> from faces of known people: <see cref="TripletLoss"/> of the triplets that <see cref="SemiHardMining"/> picks
/// from each batch, by Adam.
/// </summary>
/// <remarks>
/// W' starts with orthonormal rows. As wide as the features it then changes no distance, so that training starts from what the features already know.
/// </remarks>
/// <param name="options">Sizes and rates.</param>
/// <param name="seed">The same seed gives the same weights to the bit.</param>
internal sealed class TripletTraining(TripletOptions options, int seed)
{
    /// <param name="features">φ, one row a face, all of one length.</param>
    /// <param name="people">Who each face is.</param>
    /// <param name="progress">Hears of each epoch the mean loss of its triplets, 0 if there were none.</param>
    /// <param name="cancellationToken">Ends it before the next batch.</param>
    /// <exception cref="ArgumentException">Nobody has two faces, there is one person only, or the projection would be wider than the features.</exception>
    public TripletProjection Fit(
        IReadOnlyList<float[]> features, IReadOnlyList<int> people, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var batches = new TripletBatches(people, options);
        if (features.Count != people.Count || !batches.CanTeach)
        {
            throw new ArgumentException($"{features.Count} faces with {people.Count} names make no triplet", nameof(people));
        }

        var inputs = features[0].Length;
        if (options.Width > inputs)
        {
            throw new ArgumentException($"a projection to {options.Width} of {inputs} features", nameof(features));
        }

        // Holds for the calling thread only.
        torch.set_num_threads(1);
        using var scope = torch.NewDisposeScope();
        using var generator = new Generator((ulong)seed, CPU);
        var chance = new Random(seed);
        var faces = AlignedTensor.Of([.. features.SelectMany(row => TripletProjection.Unit(row))], features.Count, inputs);    // [faces, inputs]
        using var weights = new Parameter(FirstRows(inputs, generator));                                                   // [width, inputs]
        using var adam = new Adam([weights], options.LearningRate, weightDecay: 0);
        using Scalar margin = options.Margin;
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var (loss, triplets) = (0.0, 0);
            foreach (var batch in batches.Draw(chance))
            {
                cancellationToken.ThrowIfCancellationRequested();
                adam.ZeroGradients();
                var (batchLoss, batchTriplets) = Learn(faces, [.. batch.Select(row => people[row])], batch, weights, adam, margin);
                loss += batchLoss * batchTriplets;
                triplets += batchTriplets;
            }

            progress?.Report(new FitProgress(epoch, options.Epochs, loss / Math.Max(triplets, 1)));
        }

        return new TripletProjection(new WeightTensor(weights.shape, [.. weights.detach().data<float>()]));
    }

    private (double Loss, int Triplets) Learn(Tensor faces, int[] people, int[] batch, Parameter weights, Adam adam, Scalar margin)
    {
        using var scope = torch.NewDisposeScope();
        var rows = faces.index_select(0, Index(batch)).matmul(weights.t());                                         // [batch, width]
        var triplets = SemiHardMining.Pick([.. rows.detach().data<float>().Chunk(options.Width)], people, options.Margin);
        if (triplets.Count == 0)
        {
            return (0, 0);
        }

        var loss = TripletLoss.Of(
            Rows(triplet => triplet.Anchor), Rows(triplet => triplet.Positive), Rows(triplet => triplet.Negative), margin);
        loss.backward();
        adam.Step();
        return (loss.item<float>(), triplets.Count);

        Tensor Rows(Func<Triplet, int> one) => rows.index_select(0, Index([.. triplets.Select(one)]));              // [triplets, width]
    }

    private Tensor FirstRows(int inputs, Generator generator)
    {
        var drawn = torch.randn(inputs, options.Width, generator: generator);
        return torch.linalg.qr(drawn).Q.t().contiguous();
    }

    private static Tensor Index(int[] rows) => torch.tensor(Array.ConvertAll(rows, row => (long)row));
}
