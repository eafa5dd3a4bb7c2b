namespace LiveQuality.Mining.Faces.Evaluating;

/// <summary>
/// The LFW protocol, view 2 (Huang et al., "Labeled Faces in the Wild", 2007): each fold is judged by the threshold that is best on the others.
/// </summary>
/// <param name="Accuracy">The mean of the folds' accuracies.</param>
/// <param name="StandardError">Of that mean: standard deviation over folds / √folds.</param>
/// <param name="Thresholds">The distance that each fold was judged by, in order of the folds' numbers.</param>
public sealed record VerificationFolds(double Accuracy, double StandardError, IReadOnlyList<double> Thresholds)
{
    /// <summary>Measures.</summary>
    /// <param name="distances">One a pair, all finite.</param>
    /// <param name="same">Whether the pair shows one person.</param>
    /// <param name="folds">The fold of each pair; at least two.</param>
    /// <exception cref="ArgumentException">The sizes differ, or there is one fold only.</exception>
    internal static VerificationFolds Of(IReadOnlyList<double> distances, IReadOnlyList<bool> same, IReadOnlyList<int> folds)
    {
        int[] numbers = [.. folds.Distinct().Order()];
        if (distances.Count != folds.Count || same.Count != folds.Count || numbers.Length < 2)
        {
            throw new ArgumentException($"{distances.Count} distances and {same.Count} answers for {folds.Count} pairs in {numbers.Length} folds", nameof(folds));
        }

        var judged = Array.ConvertAll(numbers, fold =>
        {
            var threshold = VerificationThreshold.Choose(Pick(distances, fold, false), Pick(same, fold, false));
            return (threshold.Distance, Accuracy: threshold.AccuracyOn(Pick(distances, fold, true), Pick(same, fold, true)));
        });
        var mean = judged.Average(fold => fold.Accuracy);
        var variance = judged.Sum(fold => (fold.Accuracy - mean) * (fold.Accuracy - mean)) / (judged.Length - 1);
        return new(mean, Math.Sqrt(variance / judged.Length), Array.ConvertAll(judged, fold => fold.Distance));

        T[] Pick<T>(IReadOnlyList<T> values, int fold, bool inside) => [.. values.Where((_, pair) => folds[pair] == fold == inside)];
    }
}
