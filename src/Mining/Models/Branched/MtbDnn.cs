using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Branched;

/// <summary>
/// MTB-DNN, grown up: the speakers are divided into parts; for each part a <see cref="BranchedNet"/> and a sum of boosted trees learn from the speakers of all others, the net stops when it is best on that
/// part, and both predict it. So each live that is learnt from is also predicted by a net and trees that never saw its speaker: from that follows how much the nets weigh beside the trees, and it is what
/// intervals and the strength of the prior are learnt from. The model is the mean of all.
/// </summary>
internal sealed class MtbDnn(MtbDnnOptions options)
{
    /// <summary>The name people and manifests use.</summary>
    public const string Name = "mtb-dnn";

    /// <summary>Learns.</summary>
    /// <param name="rows">Lives; at least as many speakers as <see cref="MtbDnnOptions.Members"/>.</param>
    /// <param name="categories">Columns whose numbers are names.</param>
    /// <param name="progress">Hears of each pass of each net, of all nets counted as one; called on any thread, one at a time.</param>
    /// <param name="cancellationToken">Ends it within one batch.</param>
    /// <exception cref="MiningException">There are too few speakers, or it diverged.</exception>
    public MtbDnnFit Fit(RatedRows rows, IReadOnlySet<int> categories, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        RegressorInput.CheckRated(rows);
        var codes = ColumnCodes.Fit(rows.Features, categories, options.Bins);
        var medians = MedianImputer.Fit(rows.Features);
        var salt = FoldPlan.SaltOf(rows.Speakers, options.Members);
        var folds = FoldPlan.Lasting(rows.Speakers, options.Members, salt);
        var weights = options.Weigh(rows.Reviews);
        var (nets, trees, epochs) = (new BranchedForward[folds.Count], new BranchedTrees[folds.Count], new int[folds.Count]);
        var (saidByNets, saidByTrees) = (new double[rows.Ratings.Count], new double[rows.Ratings.Count]);
        var shared = new SharedProgress(progress, folds.Count);
        EachAtOnce(folds.Count, FitPart, cancellationToken);

        // Stored as 32-bit floats: rounded at once, so that a model says the same before and after.
        var fitted = RobustBlend.Fit(saidByNets, saidByTrees, rows.Ratings, weights, options.Robust * BranchedTraining.Standard(rows.Ratings).Spread);
        var blend = new RobustBlend((float)fitted.Share, (float)fitted.Bias);
        return new MtbDnnFit(
            new MtbDnnPredictor(codes, nets, BranchedTrees.Mean(trees), blend, salt),
            [.. saidByNets.Zip(saidByTrees, blend.Of)],
            epochs);

        void FitPart(int member)
        {
            var fold = folds[member];
            var (training, apart) = (rows.At(fold.Training), rows.At(fold.Test));
            var (net, epoch) = new BranchedTraining(options).Fit(codes, training, apart, unchecked(options.Seed + (member * SeedStep)) & int.MaxValue, shared.Of(member), cancellationToken);
            shared.End(member);
            (nets[member], epochs[member]) = (new BranchedForward(codes, net), epoch);
            trees[member] = BranchedTrees.Fit(medians, training, [.. fold.Training.Select(row => weights[row])]);
            Put(saidByNets, fold.Test, nets[member].Score(apart.Features));
            Put(saidByTrees, fold.Test, trees[member].Score(apart.Features));
        }
    }

    // A step between the seeds of nets, so that those of one seed are not those of the next.
    private const int SeedStep = 1_000_003;

    private static void EachAtOnce(int count, Action<int> work, CancellationToken cancellationToken)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, work);
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<MiningException>().FirstOrDefault() is { } diverged)
        {
            throw new MiningException(diverged.Message, e);
        }
    }

    private static void Put(double[] all, IReadOnlyList<int> rows, double[] said)
    {
        for (var row = 0; row < said.Length; row++)
        {
            all[rows[row]] = said[row];
        }
    }
}
