namespace LiveQuality.Mining.Scoring.Posterior;

/// <summary>What is true of every rating, since listeners give 1 to 5.</summary>
internal static class Ratings
{
    public const double Lowest = 1;
    public const double Highest = 5;

    /// <summary>The largest variance that numbers between 1 and 5 with this mean can have: all of them are 1 or 5 (Bhatia and Davis, 2000).</summary>
    /// <param name="mean">1..5.</param>
    /// <returns>0 at both bounds, 4 in the middle.</returns>
    public static double MostVariance(double mean) => (mean - Lowest) * (Highest - mean);
}
