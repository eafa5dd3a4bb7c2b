namespace LiveQuality.Mining.Study.Running;

/// <summary>A training on the columns of <see cref="Features.Rich.RichFeatures"/>, of which one row of the study's table comes or several.</summary>
/// <param name="Name">Its name among the results that are kept: rows that share it share the training.</param>
/// <param name="Takes">Whether a column is learnt from.</param>
/// <param name="Run">Learns a fold by the study's seed and predicts its test rows: a list of predictions by name of each row of the table.</param>
internal sealed record RichFit(string Name, Func<string, bool> Takes, Func<RichFold, int, CancellationToken, IReadOnlyDictionary<string, double[]>> Run);
