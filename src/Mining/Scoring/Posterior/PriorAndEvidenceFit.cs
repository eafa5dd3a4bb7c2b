namespace LiveQuality.Mining.Scoring.Posterior;

/// <summary>Learns how much a model's word is worth from lives that it has not seen and that have reviews.</summary>
/// <remarks>
/// With p the prediction, y the mean of n ratings and v = (p - 1)(5 - p), the model of <see cref="PriorAndEvidence"/> gives E[(y - p)²] = v(T + C(1 - T)/n): lives with few reviews lie farther away. T and C
/// are fitted to this by maximum likelihood of a normal distribution. Lives with very few reviews are worse understood for other reasons too (few listeners came), which would be taken for
/// spread of ratings: give it lives of <see cref="FewestReviews"/> or more, or a measured spread.
/// </remarks>
internal static class PriorAndEvidenceFit
{
    /// <summary>From this many reviews on a live's mean is fit to be learnt from.</summary>
    public const int FewestReviews = 18;

    /// <summary>Fewer lives than this are refused.</summary>
    public const int FewestLives = 30;

    private const double SmallestShare = 1e-6;
    private const double LargestShare = 0.99;
    private const double FewestPriorReviews = 0.01;
    private const double MostPriorReviews = 10_000;

    /// <summary>Fits.</summary>
    /// <param name="predicted">Predictions by models that have seen no live of the same speaker.</param>
    /// <param name="evidence">The reviews of each live; lives without say nothing.</param>
    /// <param name="measured">C where single ratings are known; null learns it too, which needs lives with different numbers of reviews.</param>
    /// <exception cref="ArgumentException">There are too few lives with reviews, they tell nothing about C, or a prediction is not finite.</exception>
    public static PriorAndEvidence Fit(IReadOnlyList<double> predicted, IReadOnlyList<Evidence> evidence, RatingSpread? measured = null)
    {
        var lives = Lives(predicted, evidence);
        if (measured is not null)
        {
            var logShare = LineSearch.Minimum(
                log => Surprise(lives, Math.Exp(log), PriorReviews(measured.Share, Math.Exp(log))), Math.Log(SmallestShare), Math.Log(LargestShare));
            return new PriorAndEvidence(Math.Exp(logShare), measured.Share);
        }

        if (lives.All(life => life.Count.Equals(lives[0].Count)))
        {
            throw new ArgumentException($"all lives have {lives[0].Count} reviews: the spread of ratings must be measured", nameof(evidence));
        }

        // For a given k the best T has a closed form, which leaves one number to search.
        var k = Math.Exp(LineSearch.Minimum(log => Surprise(lives, BestShare(lives, Math.Exp(log)), Math.Exp(log)), Math.Log(FewestPriorReviews), Math.Log(MostPriorReviews)));
        var share = BestShare(lives, k);
        return new PriorAndEvidence(share, Math.Min(k * share / (1 - share), 1));
    }

    private static (double Square, double Count)[] Lives(IReadOnlyList<double> predicted, IReadOnlyList<Evidence> evidence)
    {
        if (predicted.Count != evidence.Count || predicted.Any(value => !double.IsFinite(value)))
        {
            throw new ArgumentException($"{predicted.Count} predictions, all finite, must stand for {evidence.Count} lives", nameof(predicted));
        }

        var lives = predicted.Zip(evidence).Where(life => life.Second.Count > 0).Select(life =>
        {
            var prior = Math.Clamp(life.First, Ratings.Lowest, Ratings.Highest);
            return (Square: (life.Second.Mean - prior) * (life.Second.Mean - prior) / PriorAndEvidence.Room(prior), Count: (double)life.Second.Count);
        }).ToArray();
        return lives.Length >= FewestLives ? lives : throw new ArgumentException($"{lives.Length} lives with reviews, {FewestLives} are needed", nameof(evidence));
    }

    private static double PriorReviews(double ratingShare, double priorShare) => ratingShare * (1 - priorShare) / priorShare;

    // At most 1 / (1 + k): more would mean that ratings spread farther than 1 to 5 allows.
    private static double BestShare((double Square, double Count)[] lives, double k) =>
        Math.Clamp(lives.Average(life => life.Square / (1 + (k / life.Count))), SmallestShare, Math.Min(1 / (1 + k), LargestShare));

    // Minus twice the logarithm of the likelihood a live, but for what depends on neither T nor k.
    private static double Surprise((double Square, double Count)[] lives, double share, double k) => lives.Average(life =>
    {
        var variance = share * (1 + (k / life.Count));
        return Math.Log(variance) + (life.Square / variance);
    });
}
