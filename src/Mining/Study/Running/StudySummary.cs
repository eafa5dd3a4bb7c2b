using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Study.Analysis;
using LiveQuality.Mining.Study.Published;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Study.Running;

/// <summary>Makes results of finished trials.</summary>
internal sealed class StudySummary(StudyTable table, StudySettings settings, StudyPlan plan, UnitRunner runner, OutcomeFile outcomes)
{
    private readonly double[] _scores = table.Scores();

    /// <summary>The table.</summary>
    public IReadOnlyList<RegressorResult> Regressors() => [.. plan.Table.Select(Regressor)];

    /// <summary>Every other regressor against <c>mtb-dnn-2019</c>, then against <c>mtb-dnn</c>.</summary>
    public IReadOnlyList<PairedDifference> Differences() => [.. Differences(MtbDnn2019.Name), .. Differences(MtbDnn.Name)];

    /// <summary>What each flaw is worth.</summary>
    public IReadOnlyList<FlawEffect> Flaws() =>
    [
        .. plan.Flaws.Select(flaw => new FlawEffect(
            flaw.Name,
            flaw.Meaning,
            plan.Table.Count > 0 && flaw.IsOn(plan.Table[0]),
            [.. plan.Concerned(flaw).Select(trial => Change(trial, flaw))])),
    ];

    /// <summary>Importances, most important column first.</summary>
    public IReadOnlyList<ImportanceResult> Importances() => [.. plan.Examined.Select(trial =>
    {
        var folds = Find(trial).Folds;
        var columns = folds.SelectMany(fold => fold.Columns.Zip(fold.Importances!)).GroupBy(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
            .Select(column => new ColumnImportance(column.Key, column.Average(), ColumnStatistics.Deviation([.. column]), column.Count()));
        return new ImportanceResult(trial.Regressor.Name, [.. columns.OrderByDescending(column => column.MaeIncrease).ThenBy(column => column.Column, StringComparer.Ordinal)]);
    })];

    /// <summary>Learning curves.</summary>
    public IReadOnlyList<LearningCurve> LearningCurves() =>
    [
        .. plan.Curves.Select(trials => new LearningCurve(trials[0].Regressor.Name, [.. trials.Select(trial =>
        {
            var folds = Find(trial).Folds;
            double[] maes = [.. ByFold(trial, folds).Select(errors => errors.Mae)];
            return new LearningPoint(folds.Average(fold => fold.TrainingRows), folds.Average(fold => fold.TrainingMae!.Value), maes.Average(), ColumnStatistics.Deviation(maes));
        })])),
    ];

    private static double[][] BySeed(IReadOnlyList<FoldOutcome> folds) =>
        [.. Enumerable.Range(0, folds[0].Predicted.Length).Select(seed => folds.SelectMany(fold => fold.Predicted[seed]).ToArray())];

    private static string? Note(IReadOnlyList<FoldOutcome> folds)
    {
        var trained = folds.Sum(fold => fold.Predicted.Length);
        return (folds.Sum(fold => fold.Restarts), folds.Sum(fold => fold.Dead)) switch
        {
            (0, 0) => null,
            (var restarts, 0) => FormattableString.Invariant($"{restarts} of {trained + restarts} starts died and were drawn anew"),
            (_, var dead) => FormattableString.Invariant($"{dead} of {trained} networks say one number for nearly all rows"),
        };
    }

    private PairedDifference[] Differences(string name)
    {
        var others = plan.Table.Where(trial => trial.Regressor.Name != name).ToArray();
        if (others.Length == 0 || plan.Table.FirstOrDefault(trial => trial.Regressor.Name == name) is not { } net)
        {
            return [];
        }

        var (rows, truth) = Tested(net);
        var bootstrap = new PairedBootstrap([.. rows.Select(row => table.Rows[row].Speaker)], settings.Seed);
        var intervals = bootstrap.AgainstFirst([.. others.Prepend(net).Select(trial => RowErrors.Of(BySeed(Find(trial).Folds), truth))]);
        return [.. others.Zip(intervals, (trial, interval) => new PairedDifference(trial.Regressor.Name, name, interval.Mae, interval.Rmse))];
    }

    private RegressorResult Regressor(Trial trial)
    {
        var (folds, seconds) = Find(trial);
        var byFold = ByFold(trial, folds);
        var (maes, rmses) = (byFold.Select(errors => errors.Mae).ToArray(), byFold.Select(errors => errors.Rmse).ToArray());
        var published = PublishedTables.Find(settings.Table, trial.Regressor.Name);
        var (rows, truth) = Tested(trial);
        var bySeed = BySeed(folds);
        bool? within = published is { MaeSd: { } maeSd, RmseSd: { } rmseSd }
            ? Math.Abs(maes.Average() - published.Mae) <= maeSd && Math.Abs(rmses.Average() - published.Rmse) <= rmseSd
            : null;
        // Rows of one training are told its time once.
        var isFirst = plan.Table.First(other => other.Key == trial.Key).Regressor.Name == trial.Regressor.Name;
        string?[] notes = [Note(folds), trial.Regressor.Rich is { } rich && rich.Name != trial.Regressor.Name ? $"the same training as {rich.Name}" : null, within == false && settings.Protocol == StudyProtocol.Published ? PublishedTables.Tried(settings.Table, trial.Regressor.Name) : null];
        return new RegressorResult(trial.Regressor.Name, maes.Average(), ColumnStatistics.Deviation(maes), rmses.Average(), ColumnStatistics.Deviation(rmses), isFirst ? seconds : 0)
        {
            Features = folds[0].Columns.Count,
            Settings = trial.Regressor.Settings,
            Seeds = bySeed.Length,
            BySeed = bySeed.Length > 1 ? [.. bySeed.Select(predicted => Errors.Of(predicted, truth))] : [],
            Folds = byFold,
            Published = published,
            WithinOneSd = within,
            Note = notes.Any(note => note is not null) ? string.Join("; ", notes.OfType<string>()) : null,
            Predictions = new Predictions(
                [.. rows.Select(row => table.Rows[row].Id)], truth, [.. Enumerable.Range(0, rows.Length).Select(row => bySeed.Average(predicted => predicted[row]))]),
        };
    }

    private ErrorChange Change(Trial trial, TrialFlaw flaw)
    {
        var flipped = flaw.Flip(trial);
        var (own, turned) = (ByFold(trial, Find(trial).Folds), ByFold(flipped, Find(flipped).Folds));
        var sign = flaw.IsOn(trial) ? 1 : -1;
        return new ErrorChange(
            trial.Regressor.Name,
            sign * (own.Average(errors => errors.Mae) - turned.Average(errors => errors.Mae)),
            sign * (own.Average(errors => errors.Rmse) - turned.Average(errors => errors.Rmse)));
    }

    // The test rows of all folds, one fold after another, and their scores.
    private (int[] Rows, double[] Truth) Tested(Trial trial)
    {
        int[] rows = [.. runner.Folds(trial.FoldsBy).SelectMany(fold => fold.Test)];
        return (rows, Array.ConvertAll(rows, row => _scores[row]));
    }

    private Errors[] ByFold(Trial trial, IReadOnlyList<FoldOutcome> outcomesOfFolds) => [.. runner.Folds(trial.FoldsBy).Zip(outcomesOfFolds, (fold, outcome) =>
    {
        double[] truth = [.. fold.Test.Select(row => _scores[row])];
        var errors = outcome.Predicted.Select(predicted => Errors.Of(predicted, truth)).ToArray();
        return new Errors(errors.Average(seed => seed.Mae), errors.Average(seed => seed.Rmse));
    })];

    private (IReadOnlyList<FoldOutcome> Folds, double Seconds) Find(Trial trial)
    {
        var units = StudyUnit.Of(trial, runner.Folds(trial.FoldsBy).Count).Select(unit => outcomes.Find(unit)!).ToArray();
        return ([.. units.SelectMany(unit => unit.Folds).Select(fold => fold.Of(trial.Regressor.Name))], units.Sum(unit => unit.Seconds));
    }
}
