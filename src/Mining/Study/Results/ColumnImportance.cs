namespace LiveQuality.Mining.Study.Results;

/// <summary>What a column is worth to a regressor.</summary>
/// <param name="Column">The column.</param>
/// <param name="MaeIncrease">How much the MAE grows when the column's values are shuffled among the test rows; mean over folds, seeds and shuffles.</param>
/// <param name="Sd">Standard deviation over the folds.</param>
/// <param name="Folds">In how many folds the column was selected at all.</param>
public sealed record ColumnImportance(string Column, double MaeIncrease, double Sd, int Folds);
