namespace LiveQuality.Mining.Study.Running;

/// <summary>One question to the data: how good is this regressor in this setting?</summary>
/// <param name="Regressor">The regressor.</param>
/// <param name="FoldsBy">How rows are divided.</param>
/// <param name="Flaws">The flaws it is given.</param>
/// <param name="Share">Share of each training set that is learnt from, above 0 to 1.</param>
/// <param name="WithTrainingError">Whether the error on the rows learnt from is measured as well.</param>
/// <param name="WithImportance">Whether permutation importances are measured as well.</param>
internal sealed record Trial(StudyRegressor Regressor, FoldsBy FoldsBy, StudyFlaws Flaws, double Share = 1, bool WithTrainingError = false, bool WithImportance = false)
{
    /// <summary>Its name among the results that are kept for <c>--resume</c>; equal trials have equal keys, and so have rows that come of one training.</summary>
    public string Key => FormattableString.Invariant($"{Regressor.Rich?.Name ?? Regressor.Name} {FoldsBy} {Flaws} {Share} {WithTrainingError} {WithImportance}");
}
