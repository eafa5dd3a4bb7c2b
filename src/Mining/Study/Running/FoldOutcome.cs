namespace LiveQuality.Mining.Study.Running;

/// <summary>What a trial came to in one fold.</summary>
/// <param name="Predicted">Predictions of the fold's test rows, a seed each; empty where <paramref name="Named"/> has them.</param>
/// <param name="TrainingMae">Mean absolute error on the rows learnt from, mean over the seeds; null where it was not asked for.</param>
/// <param name="TrainingRows">How many those were.</param>
/// <param name="Columns">The columns that reached the model.</param>
/// <param name="Importances">Growth of the test MAE when a column is shuffled, one a column; null where it was not asked for.</param>
/// <param name="Restarts">Starts of networks that died and were drawn anew, all seeds together.</param>
/// <param name="Dead">Networks that say one number and were kept.</param>
/// <param name="Named">Predictions of the fold's test rows by name of the regressor, where several come of one training; null elsewhere.</param>
internal sealed record FoldOutcome(
    double[][] Predicted, double? TrainingMae, int TrainingRows, IReadOnlyList<string> Columns, double[]? Importances, int Restarts, int Dead,
    IReadOnlyDictionary<string, double[]>? Named = null)
{
    /// <summary>The same for one of the regressors that it holds.</summary>
    /// <exception cref="KeyNotFoundException">It holds none of that name.</exception>
    public FoldOutcome Of(string regressor) => Named is null ? this : this with { Predicted = [Named[regressor]], Named = null };
}
