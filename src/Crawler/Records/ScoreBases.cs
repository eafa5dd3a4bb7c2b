namespace LiveQuality.Crawler.Records;

/// <summary>What a score's prediction was made from.</summary>
public static class ScoreBases
{
    /// <summary>What is known before the live starts.</summary>
    public const string Cold = "cold";

    /// <summary>Everything that was known when the score was made.</summary>
    public const string Warm = "warm";
}
