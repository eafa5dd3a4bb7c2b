namespace LiveQuality.Mining.Study.Running;

/// <summary>What a trial came to in one fold.</summary>
/// <param name="Predicted">Predictions of the fold's test rows, a seed each.</param>
/// <param name="TrainingMae">Mean absolute error on the rows learnt from, mean over the seeds; null where it was not asked for.</param>
/// <param name="TrainingRows">How many those were.</param>
/// <param name="Columns">The columns that reached the model.</param>
/// <param name="Importances">Growth of the test MAE when a column is shuffled, one a column; null where it was not asked for.</param>
/// <param name="Restarts">Starts of networks that died and were drawn anew, all seeds together.</param>
/// <param name="Dead">Networks that say one number and were kept.</param>
internal sealed record FoldOutcome(
    double[][] Predicted, double? TrainingMae, int TrainingRows, IReadOnlyList<string> Columns, double[]? Importances, int Restarts, int Dead);
