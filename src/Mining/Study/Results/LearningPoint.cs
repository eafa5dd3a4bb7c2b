namespace LiveQuality.Mining.Study.Results;

/// <summary>One point of a learning curve; means over the folds.</summary>
/// <param name="Rows">Rows learnt from, on average.</param>
/// <param name="TrainingMae">MAE on those rows.</param>
/// <param name="TestMae">MAE on the test rows.</param>
/// <param name="TestMaeSd">Standard deviation of the latter over the folds.</param>
public sealed record LearningPoint(double Rows, double TrainingMae, double TestMae, double TestMaeSd);
