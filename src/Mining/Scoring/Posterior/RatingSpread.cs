namespace LiveQuality.Mining.Scoring.Posterior;

/// <summary>How far single ratings of one live lie apart, measured where the ratings themselves are known and not only their mean.</summary>
/// <param name="Share">Their variance as a share of <see cref="Ratings.MostVariance"/>, above 0 and at most 1.</param>
/// <param name="Lives">Lives it was measured on.</param>
/// <param name="Count">Their ratings.</param>
internal sealed record RatingSpread(double Share, int Lives, int Count)
{
    /// <summary>As measured on reviews that the site gave out in May 2017.</summary>
    public static RatingSpread OfSite { get; } = new(0.474, 29, 2168);

    /// <summary>
    /// Measures. Both sums are free of bias however few ratings a live has: E[variance] = s², and E[(m - 1)(5 - m)] falls short of the true mean's by s²/n, which is added again.
    /// </summary>
    /// <param name="lives">The ratings 1..5 of each live; lives with fewer than two say nothing.</param>
    /// <exception cref="ArgumentException">No ratings differ within a live, or one is no rating.</exception>
    public static RatingSpread Measure(IEnumerable<IReadOnlyList<int>> lives)
    {
        double spread = 0, most = 0;
        int used = 0, count = 0;
        foreach (var ratings in lives.Where(ratings => ratings.Count > 1))
        {
            if (ratings.Any(rating => rating is < (int)Ratings.Lowest or > (int)Ratings.Highest))
            {
                throw new ArgumentException($"not all between {Ratings.Lowest} and {Ratings.Highest}: {string.Join(", ", ratings)}", nameof(lives));
            }

            var mean = ratings.Average();
            var squares = ratings.Sum(rating => (rating - mean) * (rating - mean));
            spread += squares;
            most += ((ratings.Count - 1) * Ratings.MostVariance(mean)) + (squares / ratings.Count);
            used++;
            count += ratings.Count;
        }

        return spread > 0
            ? new RatingSpread(Math.Min(spread / most, 1), used, count)
            : throw new ArgumentException($"{used} lives with two or more ratings: none of them differ", nameof(lives));
    }
}
