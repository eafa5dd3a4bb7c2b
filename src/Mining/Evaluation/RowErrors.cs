namespace LiveQuality.Mining.Evaluation;

/// <summary>How far off each row's prediction is.</summary>
/// <param name="Absolute">Absolute errors.</param>
/// <param name="Squared">Squared errors.</param>
internal sealed record RowErrors(double[] Absolute, double[] Squared)
{
    /// <summary>Errors of several predictions of the same rows, for example of several seeds: the mean of their errors, not the errors of their mean.</summary>
    /// <param name="predictions">One array a seed, at least one.</param>
    /// <param name="truth">One number a row.</param>
    public static RowErrors Of(IReadOnlyList<double[]> predictions, IReadOnlyList<double> truth) => new(
        [.. truth.Select((value, row) => predictions.Average(predicted => Math.Abs(predicted[row] - value)))],
        [.. truth.Select((value, row) => predictions.Average(predicted => (predicted[row] - value) * (predicted[row] - value)))]);
}
