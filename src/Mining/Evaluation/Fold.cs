namespace LiveQuality.Mining.Evaluation;

/// <summary>Rows to learn from and rows to measure on.</summary>
/// <param name="Training">Row numbers.</param>
/// <param name="Test">Row numbers; none of them is among the training rows.</param>
internal sealed record Fold(IReadOnlyList<int> Training, IReadOnlyList<int> Test);
