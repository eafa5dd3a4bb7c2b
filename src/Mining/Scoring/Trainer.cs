using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Scoring.WarmAndCold;
using Microsoft.Extensions.Options;
using TorchSharp;

namespace LiveQuality.Mining.Scoring;

/// <summary>Trains the model that scores lives, and measures first how good such a model is on speakers it has not seen.</summary>
public sealed class Trainer(IOptions<TrainingOptions> options, TimeProvider time)
{
    /// <summary>Fewer usable lives than this are refused.</summary>
    public const int FewestLives = 20;

    /// <summary>Fewer speakers than this are refused: a fifth of them is held out.</summary>
    public const int FewestSpeakers = 5;

    private const double HeldOutShare = 0.2;

    /// <summary>Learns from the lives that have enough reviews.</summary>
    /// <param name="table">All lives.</param>
    /// <param name="progress">Hears of each pass over the rows, of both trainings (to measure, then to keep) counted as one; called on this thread. May step back where a
    /// training starts anew.</param>
    /// <param name="cancellationToken">Ends the training within one batch.</param>
    /// <returns>The model and its measurement; the same table and options give the same id.</returns>
    /// <exception cref="MiningException">There are too few lives to learn from, or the training diverged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public TrainingResult Train(FeatureTable table, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        return settings.Regressor == MtbDnn.Name ? TrainGrown(table, settings, progress, cancellationToken) : TrainPublished(table, settings, progress, cancellationToken);
    }

    // Its parts measure each other, so nothing has to be trained twice.
    private TrainingResult TrainGrown(FeatureTable table, TrainingOptions settings, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var (model, mean) = ScoreTrainer.Train(table, settings, progress, cancellationToken);
        var (rows, speakers) = (model.Manifest.TrainingRows, model.Manifest.TrainingSpeakers);
        var holdout = new HoldoutReport(rows, rows, speakers, model.Manifest.Warm.Holdout, mean);
        return new TrainingResult(ModelArchive.Pack(model, time.GetUtcNow()), rows, speakers, holdout);
    }

    private TrainingResult TrainPublished(FeatureTable table, TrainingOptions settings, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var rows = table.RowsWithReviews(settings.MinReviews);
        var speakers = rows.Select(row => table.Speakers[row]).ToArray();
        var speakerCount = speakers.Distinct(StringComparer.Ordinal).Count();
        if (rows.Length < FewestLives || speakerCount < FewestSpeakers)
        {
            throw new MiningException(
                $"training needs at least {FewestLives} lives of {FewestSpeakers} speakers with a score and {settings.MinReviews} or more reviews each: " +
                $"of {table.Ids.Count} lives there are {rows.Length}, of {speakerCount} speakers");
        }

        var shared = new SharedProgress(progress, 2);
        var holdout = Measure(table, rows, speakers, settings, shared.Of(0), cancellationToken);
        var (pipeline, predictor) = Fit(table, rows, settings, shared.Of(1), cancellationToken);
        var manifest = new ModelManifest(
            MtbDnn2019.Name, settings, pipeline, rows.Length, speakerCount, table.Sha256(rows), holdout, Versions());
        return new TrainingResult(ModelArchive.Pack(new TrainedModel(manifest, predictor), time.GetUtcNow()), rows.Length, speakerCount, holdout);
    }

    private static HoldoutReport Measure(
        FeatureTable table, int[] rows, string[] speakers, TrainingOptions settings, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var split = GroupedHoldout.Split(speakers, HeldOutShare, settings.Seed);
        int[] training = [.. split.Training.Select(index => rows[index])];
        int[] heldOut = [.. split.HeldOut.Select(index => rows[index])];
        var (pipeline, predictor) = Fit(table, training, settings, progress, cancellationToken);

        var truth = table.Targets(heldOut);
        var predicted = predictor.Predict(pipeline.Apply(table.ToMatrix(pipeline.Columns, heldOut)));
        var mean = table.Targets(training).Average();
        return new HoldoutReport(
            training.Length,
            heldOut.Length,
            heldOut.Select(row => table.Speakers[row]).Distinct(StringComparer.Ordinal).Count(),
            Errors.Of(predicted, truth),
            Errors.Of([.. truth.Select(_ => mean)], truth));
    }

    private static (FeaturePipeline Pipeline, IStorablePredictor Predictor) Fit(
        FeatureTable table, int[] rows, TrainingOptions settings, IProgress<FitProgress>? progress, CancellationToken cancellationToken) =>
        Fit(table, Columns(table, settings), rows, settings, progress, cancellationToken);

    /// <summary>Fits one model.</summary>
    /// <param name="table">The lives.</param>
    /// <param name="columns">What it may learn from, see <see cref="Columns"/>.</param>
    /// <param name="rows">Rows to learn from.</param>
    /// <param name="settings">How.</param>
    /// <param name="progress">Hears of each pass.</param>
    /// <param name="cancellationToken">Ends it within one batch.</param>
    internal static (FeaturePipeline Pipeline, IStorablePredictor Predictor) Fit(
        FeatureTable table, IReadOnlyList<string> columns, int[] rows, TrainingOptions settings, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var (features, targets) = (table.ToMatrix(columns, rows), table.Targets(rows));
        var study = columns.Count(StudyFeatures.All.Contains);
        var pipeline = FeaturePipeline.Fit(columns, features, targets, settings.Features < study ? settings.Features : null);
        var regressor = new MtbDnn2019(settings.Seed, settings.Epochs);
        return (pipeline, regressor.Fit(pipeline.Apply(features), targets, progress, cancellationToken));
    }

    /// <summary>The table's columns but those of texts, which the study did not have, and without the tag where the options say so.</summary>
    internal static string[] Columns(FeatureTable table, TrainingOptions settings) =>
        [.. table.Columns.Except(TextFeatures.All).Where(name => settings.Features != StudyFeatures.WithoutTag.Count || name != StudyFeatures.Tag)];

    // Only what takes part in the arithmetic: an id must not change because a text elsewhere did.
    private static Dictionary<string, string> Versions() => new()
    {
        ["libtorch"] = torch.__version__,
        ["TorchSharp"] = LibraryVersion.Of(typeof(torch)),
    };
}
