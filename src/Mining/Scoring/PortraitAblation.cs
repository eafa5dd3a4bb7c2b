using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using Microsoft.Extensions.Options;

namespace LiveQuality.Mining.Scoring;

/// <summary>Trains the model that scores lives with and without portraits, on the same folds, and compares them live by live.</summary>
public sealed class PortraitAblation(IOptions<TrainingOptions> options)
{
    /// <summary>Parts that the speakers are divided into.</summary>
    public const int Folds = 5;

    /// <summary>Trainings a fold and side: the first weights alone make more difference than a weak column.</summary>
    public const int Seeds = 3;

    private const int Sides = 2;

    /// <param name="table">All lives, with portraits.</param>
    /// <param name="progress">Hears of each training, as if it were a pass, with the mean squared error of its predictions; called on this thread.</param>
    /// <param name="cancellationToken">Ends it within one batch.</param>
    /// <exception cref="MiningException">There are too few lives or no faces, or a training diverged.</exception>
    public AblationReport Run(FeatureTable table, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        var settings = options.Value;
        var rows = table.RowsWithReviews(settings.MinReviews);
        var faces = table.ToMatrix([PortraitFeatures.HasFace], rows).Column(0).Count(value => value > 0);
        if (faces == 0)
        {
            throw new MiningException($"none of the {rows.Length} lives that can be learnt from has a speaker in whose portrait a face was judged: `livequality run` with Faces:Enabled looks for them");
        }

        string[] speakers = [.. rows.Select(row => table.Speakers[row])];
        var folds = FoldPlan.Grouped(speakers, Folds, settings.Seed);
        var with = Trainer.Columns(table, settings);
        string[][] sides = [[.. with.Where(StudyFeatures.All.Contains)], with];
        var predicted = sides.Select(_ => Enumerable.Range(0, Seeds).Select(_ => new double[rows.Length]).ToArray()).ToArray();
        var done = 0;
        foreach (var fold in folds)
        {
            int[] training = [.. fold.Training.Select(index => rows[index])];
            int[] test = [.. fold.Test.Select(index => rows[index])];
            foreach (var (side, seed) in Enumerable.Range(0, Sides).SelectMany(side => Enumerable.Range(0, Seeds).Select(seed => (side, seed))))
            {
                var (pipeline, predictor) = Trainer.Fit(table, sides[side], training, Seeded(settings, seed), null, cancellationToken);
                var values = predictor.Predict(pipeline.Apply(table.ToMatrix(pipeline.Columns, test)));
                for (var i = 0; i < test.Length; i++)
                {
                    predicted[side][seed][fold.Test[i]] = values[i];
                }

                var rmse = Errors.Of(values, table.Targets(test)).Rmse;
                progress?.Report(new FitProgress(++done, Folds * Seeds * Sides, rmse * rmse));
            }
        }

        var truth = table.Targets(rows);
        var errors = Array.ConvertAll(predicted, seeds => RowErrors.Of(seeds, truth));
        var difference = new PairedBootstrap(speakers, settings.Seed).AgainstFirst(errors)[0];
        return new AblationReport(
            rows.Length, speakers.Distinct(StringComparer.Ordinal).Count(), faces, Folds, Seeds, Total(errors[0]), Total(errors[1]), difference.Mae, difference.Rmse);
    }

    private static TrainingOptions Seeded(TrainingOptions settings, int offset) =>
        new() { MinReviews = settings.MinReviews, Features = settings.Features, Epochs = settings.Epochs, Seed = unchecked(settings.Seed + offset) & int.MaxValue };

    private static Errors Total(RowErrors errors) => new(errors.Absolute.Average(), Math.Sqrt(errors.Squared.Average()));
}
