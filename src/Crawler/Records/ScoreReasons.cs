namespace LiveQuality.Crawler.Records;

/// <summary>Why a live has its score: the score is <paramref name="Base"/> and all points, to 1e-6.</summary>
/// <param name="Base">What the model says of a typical live.</param>
/// <param name="Contributions">What each column does to the score, and the reviews as one more; the largest first, whatever its sign. Columns that do nothing are left out.</param>
/// <param name="Sentence">The same for people, in English.</param>
public sealed record ScoreReasons(double Base, IReadOnlyList<Contribution> Contributions, string Sentence)
{
    /// <summary>The name under which the live's own reviews contribute; their value is their number.</summary>
    public const string ReviewsSoFar = "reviews_so_far";

    /// <summary>The name under which that no rating is below 1 or above 5 contributes, where the model's prediction is.</summary>
    public const string Bounds = "rating_bounds";
}
