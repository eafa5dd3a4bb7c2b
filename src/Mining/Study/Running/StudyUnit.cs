namespace LiveQuality.Mining.Study.Running;

/// <summary>What is done in one go: a trial's fold, or all its folds where networks are trained side by side.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Folds">Numbers of the folds.</param>
internal sealed record StudyUnit(Trial Trial, IReadOnlyList<int> Folds)
{
    /// <summary>Its name among the results that are kept.</summary>
    public string Key => $"{Trial.Key} {string.Join(',', Folds)}";

    /// <summary>The units of a trial.</summary>
    public static IEnumerable<StudyUnit> Of(Trial trial, int folds) => trial.Regressor.Nets is not null
        ? [new StudyUnit(trial, [.. Enumerable.Range(0, folds)])]
        : Enumerable.Range(0, folds).Select(fold => new StudyUnit(trial, [fold]));
}
