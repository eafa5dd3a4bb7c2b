using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Study.Running;

/// <summary>One fold as a regressor sees it.</summary>
/// <param name="Training">What to learn from.</param>
/// <param name="Validation">What says which epoch was best; null where the last is kept.</param>
/// <param name="Test">Features of the rows to predict.</param>
/// <param name="TestTargets">Their scores.</param>
/// <param name="Columns">The columns, in the order of the features.</param>
internal sealed record FoldData(LabelledRows Training, LabelledRows? Validation, Matrix Test, double[] TestTargets, IReadOnlyList<string> Columns)
{
    private const double ValidationShare = 0.15;

    /// <summary>Cuts a fold out of the table. Everything is fitted on the rows learnt from, but for what the trial's flaws leak.</summary>
    /// <param name="table">Lives that take part.</param>
    /// <param name="fold">The fold.</param>
    /// <param name="trial">The trial.</param>
    /// <param name="features">15 selected columns, 23 or 24.</param>
    /// <param name="seed">Sets which part of the training rows is taken, and which speakers are kept apart for validation.</param>
    public static FoldData Cut(StudyTable table, Fold fold, Trial trial, int features, int seed)
    {
        var flaws = trial.Flaws;
        string[] columns = [.. (features == StudyFeatures.WithoutTag.Count ? StudyFeatures.WithoutTag : StudyFeatures.All).Where(column => flaws.AfterTheLive || !StudyFeatures.AfterTheLive.Contains(column))];
        int? best = features < StudyFeatures.WithoutTag.Count ? Math.Min(features, columns.Length) : null;
        var (all, scores) = (table.ToMatrix(columns), table.Scores());
        var kept = Rotated(Taken(fold.Training, trial.Share, seed), flaws.RotateRows);
        var (training, validation) = flaws.LastEpoch || trial.Regressor.Nets is null ? (kept, null) : Apart(table, kept, seed);

        var (own, ownScores) = (all.SelectRows(training), ScoresOf(training));
        var pipeline = FeaturePipeline.Fit(columns, own, flaws.LeakSelection ? (all, scores) : (own, ownScores), flaws.LeakScaler ? all : own, best);
        return new FoldData(
            new LabelledRows(pipeline.Apply(own), ownScores), validation is null ? null : Rows(validation), pipeline.Apply(all.SelectRows(fold.Test)), ScoresOf(fold.Test), [.. pipeline.Selected]);

        LabelledRows Rows(IReadOnlyList<int> rows) => new(pipeline.Apply(all.SelectRows(rows)), ScoresOf(rows));

        double[] ScoresOf(IReadOnlyList<int> rows) => [.. rows.Select(row => scores[row])];
    }

    private static IReadOnlyList<int> Taken(IReadOnlyList<int> rows, double share, int seed) => share >= 1
        ? rows
        : [.. new NumpyRandom(seed).Permutation(rows.Count).Take((int)Math.Ceiling(rows.Count * share)).Order().Select(index => rows[index])];

    private static IReadOnlyList<int> Rotated(IReadOnlyList<int> rows, bool rotate) => rotate ? [.. rows.Skip(1), rows[0]] : rows;

    private static (IReadOnlyList<int> Training, IReadOnlyList<int> Validation) Apart(StudyTable table, IReadOnlyList<int> rows, int seed)
    {
        var split = GroupedHoldout.Split([.. rows.Select(row => table.Rows[row].Speaker)], ValidationShare, seed);
        return ([.. split.Training.Select(index => rows[index])], [.. split.HeldOut.Select(index => rows[index])]);
    }
}
