using System.Text.Json.Serialization;

namespace LiveQuality.Mining.Scoring.Posterior;

/// <summary>
/// Weighs a model's prediction against the reviews seen so far (empirical Bayes; Efron and Morris, 1973). The truth μ is taken to lie around the prediction p with variance T(p - 1)(5 - p), and
/// single ratings around μ with variance C(μ - 1)(5 - μ): the first two moments of a beta distribution between the bounds. The best linear estimate after n ratings of mean y is then
/// (k·p + n·y) / (k + n) with k = C(1 - T)/T, the same k for every live, so that the score rises with p and with y everywhere. Plain data, saved with the model.
/// </summary>
/// <param name="PriorShare">T, between 0 and 1, learnt by <see cref="PriorAndEvidenceFit"/>.</param>
/// <param name="RatingShare">C, above 0 and at most 1.</param>
internal sealed record PriorAndEvidence(double PriorShare, double RatingShare)
{
    // A prediction this near to a bound is no surer than one a little farther away: models overshoot there.
    private const double Margin = 0.2;

    /// <summary>k: how many reviews the model's word is worth.</summary>
    [JsonIgnore]
    public double PriorReviews => RatingShare * (1 - PriorShare) / PriorShare;

    /// <summary>Weighs.</summary>
    /// <param name="predicted">The model's prediction, any finite number; what lies outside 1..5 is moved to the bound.</param>
    /// <param name="evidence">The reviews so far; <see cref="Evidence.None"/> leaves the prediction as it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The prediction is not finite.</exception>
    public PosteriorScore Weigh(double predicted, Evidence evidence)
    {
        if (!double.IsFinite(predicted))
        {
            throw new ArgumentOutOfRangeException(nameof(predicted), predicted, "not a number");
        }

        var prior = Math.Clamp(predicted, Ratings.Lowest, Ratings.Highest);
        var weight = evidence.Count / (PriorReviews + evidence.Count);
        // Rounding must not carry it over a bound or past either of the two.
        var mean = evidence.Count == 0 ? prior : Math.Clamp(prior + (weight * (evidence.Mean - prior)), Math.Min(prior, evidence.Mean), Math.Max(prior, evidence.Mean));
        return new PosteriorScore(mean, PriorShare * Room(mean) * (1 - weight), weight);
    }

    /// <summary>Largest variance around a mean that is kept off the bounds; never 0.</summary>
    internal static double Room(double mean) => Ratings.MostVariance(Math.Clamp(mean, Ratings.Lowest + Margin, Ratings.Highest - Margin));

    /// <summary>What is wrong with numbers that were read from outside, or null when nothing is.</summary>
    internal string? Fault() =>
        PriorShare is not (> 0 and < 1) ? $"the prior's share of variance is {PriorShare}"
        : RatingShare is not (> 0 and <= 1) ? $"the ratings' share of variance is {RatingShare}"
        : null;
}
