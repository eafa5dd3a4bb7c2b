namespace LiveQuality.Mining.Study.Results;

/// <summary>Predictions beside the truth, a test row each, folds one after another.</summary>
/// <param name="Ids">Ids of the lives.</param>
/// <param name="Truth">Their scores.</param>
/// <param name="Predicted">What was predicted; the mean over the seeds.</param>
public sealed record Predictions(IReadOnlyList<string> Ids, IReadOnlyList<double> Truth, IReadOnlyList<double> Predicted)
{
    /// <summary>Predicted minus true, a row each.</summary>
    public IEnumerable<double> Residuals => Predicted.Zip(Truth, (predicted, truth) => predicted - truth);

    /// <summary>No rows.</summary>
    public static Predictions None { get; } = new([], [], []);
}
