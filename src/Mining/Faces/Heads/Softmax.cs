namespace LiveQuality.Mining.Faces.Heads;

/// <summary>From scores to probabilities.</summary>
internal static class Softmax
{
    /// <summary>p = exp(s) / Σ exp(s), taken from the largest score so that nothing overflows.</summary>
    /// <param name="scores">One a class.</param>
    /// <param name="probabilities">Filled; sum 1.</param>
    /// <returns>log Σ exp(s).</returns>
    public static double Of(ReadOnlySpan<float> scores, Span<double> probabilities)
    {
        var largest = double.NegativeInfinity;
        foreach (var score in scores)
        {
            largest = Math.Max(largest, score);
        }

        var sum = 0.0;
        for (var at = 0; at < scores.Length; at++)
        {
            probabilities[at] = Math.Exp(scores[at] - largest);
            sum += probabilities[at];
        }

        foreach (ref var probability in probabilities)
        {
            probability /= sum;
        }

        return largest + Math.Log(sum);
    }
}
