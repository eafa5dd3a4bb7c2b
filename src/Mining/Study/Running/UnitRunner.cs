using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Study.Running;

/// <summary>Does units of work: prepares folds, fits, predicts. The same unit always gives the same numbers, whatever else runs.</summary>
/// <param name="table">Lives that take part.</param>
/// <param name="settings">The study's settings.</param>
/// <param name="time">For how long a unit takes.</param>
/// <param name="all">All lives of the file, of which speakers' histories are made; null where the lives that take part are all there are.</param>
internal sealed class UnitRunner(StudyTable table, StudySettings settings, TimeProvider time, StudyTable? all = null)
{
    private readonly RichFolds _rich = new(all ?? table, table);
    private readonly Dictionary<FoldsBy, IReadOnlyList<Fold>> _folds = Enum.GetValues<FoldsBy>().ToDictionary(by => by, by => Divide(table, settings, by));

    /// <summary>The folds of a way to divide.</summary>
    public IReadOnlyList<Fold> Folds(FoldsBy by) => _folds[by];

    /// <summary>Does one unit.</summary>
    /// <exception cref="MiningException">A training diverged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public UnitOutcome Run(StudyUnit unit, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var outcomes = unit.Trial.Regressor.Rich is { } rich
            ? [.. unit.Folds.Select(fold => RunRich(rich, Folds(unit.Trial.FoldsBy)[fold], unit.Trial, cancellationToken))]
            : RunOnStudyColumns(unit, cancellationToken);
        return new UnitOutcome(unit.Key, time.GetElapsedTime(start).TotalSeconds, outcomes);
    }

    private List<FoldOutcome> RunOnStudyColumns(StudyUnit unit, CancellationToken cancellationToken)
    {
        var (trial, regressor) = (unit.Trial, unit.Trial.Regressor);
        FoldData[] folds =
        [
            .. unit.Folds.Select(fold => FoldData.Cut(table, Folds(trial.FoldsBy)[fold], trial, settings.Features ?? regressor.Features, settings.Seed)),
        ];
        return regressor.Nets is { } nets
            ? FitNets(nets(!trial.Flaws.KeepDeadNets), folds, trial, cancellationToken)
            : [.. folds.Select(fold => Outcome(fold, [regressor.Single!().Fit(fold.Training.Features, fold.Training.Targets, null, cancellationToken)], trial))];
    }

    private FoldOutcome RunRich(RichFit fit, Fold fold, Trial trial, CancellationToken cancellationToken)
    {
        // Table B's split is drawn by chance whatever the settings say.
        var byChance = trial.FoldsBy == FoldsBy.Shuffle || settings.Table == StudyEdition.B;
        var data = _rich.Cut(fold, byChance, trial.Flaws.AfterTheLive, fit.Takes);
        return new FoldOutcome([], null, fold.Training.Count, data.Columns, null, Restarts: 0, Dead: 0, fit.Run(data, settings.Seed, cancellationToken));
    }

    private static IReadOnlyList<Fold> Divide(StudyTable table, StudySettings settings, FoldsBy by)
    {
        if (settings.Table == StudyEdition.B)
        {
            return [FoldPlan.Split(table.Rows.Count, Published.PublishedTables.TestShareB, settings.Seed)];
        }

        return by switch
        {
            FoldsBy.Shuffle => FoldPlan.Shuffled(table.Rows.Count, settings.Folds, settings.Seed),
            FoldsBy.Speaker => FoldPlan.Grouped([.. table.Rows.Select(row => row.Speaker)], settings.Folds, settings.Seed),
            _ => FoldPlan.Forward([.. table.Rows.Select(row => row.StartsAt)], settings.Folds),
        };
    }

    private List<FoldOutcome> FitNets(INetEnsemble nets, FoldData[] folds, Trial trial, CancellationToken cancellationToken)
    {
        var seeds = trial.Flaws.SingleSeed ? 1 : settings.Seeds;
        var outcomes = new List<FoldOutcome>();
        var trained = nets.Fit(
            [.. folds.SelectMany(fold => Enumerable.Range(settings.Seed, seeds).Select(seed => new NetTraining(fold.Training, fold.Validation, seed)))], null, cancellationToken);
        for (var fold = 0; fold < folds.Length; fold++)
        {
            TrainedNet[] own = [.. trained.Skip(fold * seeds).Take(seeds)];
            outcomes.Add(Outcome(folds[fold], [.. own.Select(net => net.Predictor)], trial) with
            {
                Restarts = own.Sum(net => net.Starts - 1),
                Dead = own.Count(net => net.IsDead),
            });
        }

        return outcomes;
    }

    private FoldOutcome Outcome(FoldData fold, IReadOnlyList<IPredictor> predictors, Trial trial) => new(
        [.. predictors.Select(predictor => predictor.Predict(fold.Test))],
        trial.WithTrainingError ? predictors.Average(predictor => Errors.Of(predictor.Predict(fold.Training.Features), fold.Training.Targets).Mae) : null,
        fold.Training.Features.Rows,
        fold.Columns,
        trial.WithImportance ? PermutationImportance.Of(predictors, fold.Test, fold.TestTargets, settings.Seed) : null,
        Restarts: 0,
        Dead: 0);
}
