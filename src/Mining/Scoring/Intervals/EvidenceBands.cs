using LiveQuality.Mining.Scoring.Posterior;

namespace LiveQuality.Mining.Scoring.Intervals;

/// <summary>Names for how many ratings a score was made from. Reviews whose mean the site hides (1 to 4) are no evidence, so they have no band of their own.</summary>
internal static class EvidenceBands
{
    public const string None = "none";
    public const string Few = "5-9";
    public const string Some = "10-17";
    public const string Many = "18+";

    /// <summary>The least number of reviews in <see cref="Some"/>.</summary>
    public const int SomeFrom = 10;

    /// <summary>The least number of reviews in <see cref="Many"/>.</summary>
    public const int ManyFrom = 18;

    /// <summary>The site shows a mean from this many reviews on.</summary>
    public const int ShownFrom = 5;

    /// <summary>The band of what is known of a live.</summary>
    public static string Of(Evidence evidence) => evidence.Count switch
    {
        0 => None,
        < SomeFrom => Few,
        < ManyFrom => Some,
        _ => Many,
    };
}
