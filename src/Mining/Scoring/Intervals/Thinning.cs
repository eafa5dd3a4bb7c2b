using LiveQuality.Mining.Scoring.Posterior;

namespace LiveQuality.Mining.Scoring.Intervals;

/// <summary>
/// Takes reviews away again from lives that have many, so that scores made from few can be compared with what came. Which reviews were first is not in the table: a part of them drawn without
/// replacement has the mean of all, and the variance s²/n · (1 - n/N) around it (Cochran, "Sampling Techniques", 2.4), drawn as a normal number and kept within 1..5.
/// </summary>
/// <param name="ratingShare">C of <see cref="PriorAndEvidence"/>.</param>
/// <param name="chance">Sets the draws.</param>
internal sealed class Thinning(double ratingShare, Random chance)
{
    /// <summary>The live as it was with none, few, some and many of its reviews, as far as it has so many; of many at most half are kept.</summary>
    /// <param name="final">All its reviews.</param>
    public IEnumerable<Evidence> Earlier(Evidence final)
    {
        yield return Evidence.None;
        yield return Keep(final, chance.Next(EvidenceBands.ShownFrom, EvidenceBands.SomeFrom));
        yield return Keep(final, chance.Next(EvidenceBands.SomeFrom, EvidenceBands.ManyFrom));
        if (final.Count >= 2 * EvidenceBands.ManyFrom)
        {
            // Evenly over orders of magnitude: from just enough to half of all.
            yield return Keep(final, (long)(EvidenceBands.ManyFrom * Math.Pow(final.Count / (2.0 * EvidenceBands.ManyFrom), chance.NextDouble())));
        }
    }

    /// <summary>A part of the reviews, drawn by chance.</summary>
    /// <param name="final">All.</param>
    /// <param name="count">How many to keep, 1 or more and no more than there are.</param>
    public Evidence Keep(Evidence final, long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, final.Count);
        double left = 1 - ((double)count / final.Count);
        // The mean of all varies too: its room falls short of the truth's by s²/N, as in RatingSpread.
        var variance = ratingShare * Ratings.MostVariance(final.Mean) * final.Count / (final.Count - ratingShare);
        var mean = final.Mean + (Normal() * Math.Sqrt(variance / count * left));
        return new Evidence(Math.Clamp(mean, Ratings.Lowest, Ratings.Highest), count);
    }

    // Box and Muller, 1958.
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
