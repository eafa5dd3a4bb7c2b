namespace LiveQuality.Mining.Features.Rich;

/// <summary>Scores of earlier lives, the reliable ones with more weight.</summary>
internal sealed class ScoreHistory
{
    /// <summary>
    /// Reviews at which a score is half as reliable as it can be: n / (n + k). With a standard deviation of about 0.75 inside a live and 0.35 between lives, k = 0.75² / 0.35².
    /// </summary>
    public const double HalfReliable = 5;

    // The site shows no score with fewer.
    private const double FewestReviews = 5;

    private readonly RunningMean _scores = new();

    /// <summary>How many scores there are.</summary>
    public int Count => _scores.Count;

    /// <summary>Weighted mean; NaN where there is none.</summary>
    public double Mean => _scores.Mean;

    /// <summary>Standard deviation; NaN with fewer than two scores.</summary>
    public double Deviation => _scores.Deviation;

    /// <summary>The latest score; NaN where there is none.</summary>
    public double Last { get; private set; } = double.NaN;

    /// <summary>The lowest score; NaN where there is none.</summary>
    public double Lowest { get; private set; } = double.NaN;

    /// <summary>The latest score less the mean of those before it; NaN with fewer than two scores.</summary>
    public double Change { get; private set; } = double.NaN;

    /// <summary>Takes one more score, no earlier than those before.</summary>
    /// <param name="score">Mean rating, 1..5.</param>
    /// <param name="reviews">Of how many reviews; NaN counts as the fewest that a score can have.</param>
    public void Add(double score, double reviews)
    {
        Change = score - Mean;
        Last = score;
        Lowest = Count == 0 ? score : Math.Min(Lowest, score);
        var known = reviews >= FewestReviews ? reviews : FewestReviews;
        _scores.Add(score, known / (known + HalfReliable));
    }

    /// <summary>The mean, drawn towards what all lives have: <c>(k·g + Σ w·s) / (k + Σ w)</c>; NaN where there is no score.</summary>
    /// <param name="overall">That mean, g.</param>
    /// <param name="lives">As strong as so many fully reliable lives, k.</param>
    public double Shrunken(double overall, double lives) => _scores.Shrunken(overall, lives);
}
