namespace LiveQuality.Mining.Scoring.Posterior;

/// <summary>Learns how much a model's word is worth from lives that it has not seen and that have reviews.</summary>
/// <remarks>
/// With p the prediction, y the mean of n ratings and v = (p - 1)(5 - p), the model of <see cref="PriorAndEvidence"/> gives E[(y - p)²] = v(T + C(1 - T)/n): lives with few reviews lie farther away. T and C
/// are fitted to this by maximum likelihood of a normal distribution; C stays, and T is then set so that k is the one with the least squared error of scores. From means alone C is hard to tell (on the study's table, folds of the same lives gave 0.24 to 0.69), so what single ratings say of it
/// takes part, as if C had been seen with a standard error of 0.1. Lives with very few reviews are worse understood for other reasons too (few listeners came), which would be taken
/// for spread of ratings: give it lives of <see cref="FewestReviews"/> or more.
/// </remarks>
internal static class PriorAndEvidenceFit
{
    /// <summary>From this many reviews on a live's mean is fit to be learnt from.</summary>
    public const int FewestReviews = 18;

    /// <summary>Fewer lives than this are refused.</summary>
    public const int FewestLives = 30;

    // The site shows a mean from here on.
    private const int EarliestReviews = 5;
    private const double SmallestShare = 1e-6;
    private const double LargestShare = 0.99;
    private const double SpreadDoubt = 0.1;
    private const double FewestPriorReviews = 0.01;
    private const double MostPriorReviews = 10_000;

    /// <summary>Fits.</summary>
    /// <param name="predicted">Predictions by models that have seen no live of the same speaker.</param>
    /// <param name="evidence">The reviews of each live; lives without say nothing.</param>
    /// <param name="measured">C as single ratings have it; null for <see cref="RatingSpread.OfSite"/>.</param>
    /// <exception cref="ArgumentException">There are too few lives with reviews, or a prediction is not finite.</exception>
    public static PriorAndEvidence Fit(IReadOnlyList<double> predicted, IReadOnlyList<Evidence> evidence, RatingSpread? measured = null)
    {
        var lives = Lives(predicted, evidence);
        var spread = measured ?? RatingSpread.OfSite;
        // For a given k the best T has a closed form, which leaves one number to search.
        var k = Math.Exp(LineSearch.Minimum(Surprise, Math.Log(FewestPriorReviews), Math.Log(MostPriorReviews)));
        var ratings = RatingShare(k, BestShare(lives, k));
        var worth = Worth(predicted, evidence, ratings);
        return new PriorAndEvidence(ratings / (ratings + worth), ratings);

        // Minus twice the logarithm of the likelihood, but for what depends on neither T nor k.
        double Surprise(double logK)
        {
            var (tried, best) = (Math.Exp(logK), BestShare(lives, Math.Exp(logK)));
            var astray = (RatingShare(tried, best) - spread.Share) / SpreadDoubt;
            return (astray * astray) + lives.Sum(life =>
            {
                var variance = best * (1 + (tried / life.Count));
                return Math.Log(variance) + (life.Square / variance);
            });
        }
    }

    // How many reviews the prediction is worth: the k with the least squared error of the scores of these lives when only 5 to 17 of their reviews were in. What is expected of all ways to draw those reviews has a closed form:
    // with w = k/(k + n), w²(p - y)² of the prediction and (1 - w)² C(y - 1)(5 - y)/n · (1 - n/N) of the reviews. The likelihood's own k (10 where this is 6) trusts models more: it weighs lives that nearly all
    // are well predicted by how surprising they are, and a score is paid for by the few that are not.
    private static double Worth(IReadOnlyList<double> predicted, IReadOnlyList<Evidence> evidence, double ratingShare)
    {
        var lives = predicted.Zip(evidence).Where(life => life.Second.Count >= FewestReviews).Select(life =>
        {
            var apart = Math.Clamp(life.First, Ratings.Lowest, Ratings.Highest) - life.Second.Mean;
            return (Square: apart * apart, Spread: ratingShare * Ratings.MostVariance(life.Second.Mean), Count: (double)life.Second.Count);
        }).ToArray();
        return Math.Exp(LineSearch.Minimum(Risk, Math.Log(FewestPriorReviews), Math.Log(MostPriorReviews)));

        double Risk(double logK)
        {
            var k = Math.Exp(logK);
            return Enumerable.Range(EarliestReviews, FewestReviews - EarliestReviews).Sum(count =>
            {
                var own = k / (k + count);
                return lives.Sum(life => (own * own * life.Square) + ((1 - own) * (1 - own) * life.Spread / count * (1 - (count / life.Count))));
            });
        }
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

    private static double RatingShare(double k, double priorShare) => Math.Min(k * priorShare / (1 - priorShare), 1);

    // At most 1 / (1 + k): more would mean that ratings spread farther than 1 to 5 allows.
    private static double BestShare((double Square, double Count)[] lives, double k) =>
        Math.Clamp(lives.Average(life => life.Square / (1 + (k / life.Count))), SmallestShare, Math.Min(1 / (1 + k), LargestShare));
}
