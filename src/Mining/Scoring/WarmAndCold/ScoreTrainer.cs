using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Scoring.Intervals;
using Microsoft.ML;
using TorchSharp;

namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>From a table of lives to a model of kind <c>mtb-dnn</c> with its manifest.</summary>
internal static class ScoreTrainer
{
    /// <summary>Trains.</summary>
    /// <param name="table">All lives.</param>
    /// <param name="settings">How.</param>
    /// <param name="progress">Hears of passes of all nets, counted as one; called on any thread, one at a time.</param>
    /// <param name="cancellationToken">Ends it within one batch.</param>
    /// <exception cref="MiningException">There are too few lives or speakers, or the training diverged.</exception>
    public static (ScoreModel Model, Errors Mean) Train(FeatureTable table, TrainingOptions settings, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var lives = table.ToRich();
        var rows = table.RowsWithReviews(settings.MinReviews);
        Check(lives, rows, settings.MinReviews);
        int[] all = [.. Enumerable.Range(0, lives.Count)];
        var network = new MtbDnnOptions { Seed = settings.Seed };
        var training = new ScoreTraining(network);
        var shared = new SharedProgress(progress, 2);
        var warm = training.Fit(ScoreBases.Warm, lives, all, rows, shared.Of(0), cancellationToken);
        var cold = training.Fit(ScoreBases.Cold, lives, all, rows, shared.Of(1), cancellationToken);

        var truth = table.Targets(rows);
        var manifest = new ScoreManifest(
            MtbDnn.Name,
            settings,
            network,
            warm.Side,
            cold.Side,
            rows.Length,
            CountSpeakers(lives, rows),
            table.Sha256(all),
            rows.Max(row => lives.Lives[row].StartsAt),
            Slices(lives, rows, warm.OutOfFold, truth),
            Versions());
        var mean = truth.Average();
        return (new ScoreModel(manifest, warm.Predictor, cold.Predictor), Errors.Of([.. truth.Select(_ => mean)], truth));
    }

    /// <summary>The slices that models are compared on: tag, price, new or known speaker, and how many reviews the lives have.</summary>
    /// <returns>One list a row.</returns>
    internal static IReadOnlyList<IReadOnlyList<string>> SlicesOf(RichTable lives, IReadOnlyList<int> rows) =>
        [.. ScoreSlices.Of(lives, rows).Zip(rows, (slices, row) => (IReadOnlyList<string>)[.. slices, ReviewBand(ScoreSlices.ReviewCount(lives.Lives[row]))])];

    private static string ReviewBand(long reviews) => reviews switch
    {
        < EvidenceBands.ManyFrom => "reviews:under 18",
        < 30 => "reviews:18-29",
        < 60 => "reviews:30-59",
        < 120 => "reviews:60-119",
        _ => "reviews:120+",
    };

    private static SliceErrors[] Slices(RichTable lives, int[] rows, double[] predicted, double[] truth) =>
    [
        .. SlicesOf(lives, rows).SelectMany((slices, index) => slices.Select(slice => (slice, index)))
            .GroupBy(pair => pair.slice, pair => pair.index, StringComparer.Ordinal)
            .OrderBy(slice => slice.Key, StringComparer.Ordinal)
            .Select(slice => new SliceErrors(slice.Key, slice.Count(), Errors.Of([.. slice.Select(index => predicted[index])], [.. slice.Select(index => truth[index])]))),
    ];

    /// <summary>Refuses what is too little to learn from.</summary>
    /// <param name="lives">All lives.</param>
    /// <param name="rows">Those to learn from.</param>
    /// <param name="minReviews">How many reviews they were asked to have, for the message.</param>
    /// <exception cref="MiningException">There are too few lives or speakers.</exception>
    internal static void Check(RichTable lives, int[] rows, int minReviews)
    {
        var (many, speakers) = (rows.Count(row => ScoreSlices.ReviewCount(lives.Lives[row]) >= EvidenceBands.ManyFrom), CountSpeakers(lives, rows));
        if (many < ScoreTraining.FewestLives || speakers < ScoreTraining.FewestSpeakers)
        {
            throw new MiningException(string.Create(
                CultureInfo.InvariantCulture,
                $"training needs at least {ScoreTraining.FewestLives} lives of {ScoreTraining.FewestSpeakers} speakers with a score and {Math.Max(minReviews, EvidenceBands.ManyFrom)} or more reviews each: of {lives.Count} lives there are {many}, of {speakers} speakers"));
        }
    }

    private static int CountSpeakers(RichTable lives, int[] rows) => rows.Select(row => lives.Lives[row].Speaker).Distinct(StringComparer.Ordinal).Count();

    // Only what takes part in the arithmetic: the program's own version stands beside the manifest, so that an id does not change with a text elsewhere.
    private static Dictionary<string, string> Versions() => new()
    {
        ["libtorch"] = torch.__version__,
        ["Microsoft.ML"] = LibraryVersion.Of(typeof(MLContext)),
        ["TorchSharp"] = LibraryVersion.Of(typeof(torch)),
    };
}
