namespace LiveQuality.Mining.Evaluation;

/// <summary>How far predictions lie from the truth.</summary>
/// <param name="Mae">Mean absolute error.</param>
/// <param name="Rmse">Root of the mean squared error.</param>
public sealed record Errors(double Mae, double Rmse)
{
    /// <summary>Compares predictions with the truth.</summary>
    /// <param name="predicted">One number a row, at least one.</param>
    /// <param name="truth">One number a row.</param>
    /// <exception cref="ArgumentException">There are none, or the sizes differ.</exception>
    internal static Errors Of(IReadOnlyList<double> predicted, IReadOnlyList<double> truth)
    {
        if (predicted.Count == 0 || predicted.Count != truth.Count)
        {
            throw new ArgumentException($"{predicted.Count} predictions for {truth.Count} truths", nameof(predicted));
        }

        double absolute = 0, squared = 0;
        for (var row = 0; row < truth.Count; row++)
        {
            var error = predicted[row] - truth[row];
            absolute += Math.Abs(error);
            squared += error * error;
        }

        return new Errors(absolute / truth.Count, Math.Sqrt(squared / truth.Count));
    }
}
