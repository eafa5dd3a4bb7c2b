namespace LiveQuality.Mining.Scoring.Posterior;

/// <summary>What listeners have said of a live so far. The default value is: nothing.</summary>
/// <param name="Mean">Mean rating, 1..5; 0 where there is none.</param>
/// <param name="Count">Ratings that it is the mean of; 0 where there is none.</param>
internal readonly record struct Evidence(double Mean, long Count)
{
    /// <summary>Nobody has reviewed the live, or the site does not tell what they gave.</summary>
    public static Evidence None => default;

    /// <summary>Reads a record's two numbers.</summary>
    /// <param name="mean">Mean rating 1..5; null, or 0 in the study's table, where it is not shown. The site shows none below 5 reviews: then a count alone says nothing.</param>
    /// <param name="count">Reviews, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is no mean of ratings, or the count is negative.</exception>
    public static Evidence Of(double? mean, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return mean switch
        {
            null or 0 => None,
            >= Ratings.Lowest and <= Ratings.Highest => count == 0 ? None : new Evidence(mean.Value, count),
            _ => throw new ArgumentOutOfRangeException(nameof(mean), mean, $"not between {Ratings.Lowest} and {Ratings.Highest}"),
        };
    }
}
