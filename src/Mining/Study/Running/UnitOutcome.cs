namespace LiveQuality.Mining.Study.Running;

/// <summary>A finished unit of work.</summary>
/// <param name="Unit">Its key.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Folds">Outcomes of its folds.</param>
internal sealed record UnitOutcome(string Unit, double Seconds, IReadOnlyList<FoldOutcome> Folds);
