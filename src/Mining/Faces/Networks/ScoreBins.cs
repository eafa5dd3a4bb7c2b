namespace LiveQuality.Mining.Faces.Networks;

/// <summary>The classes that CRNet makes of scores from 1 to 5: the nearest whole score.</summary>
internal static class ScoreBins
{
    /// <summary>How many.</summary>
    public const int Count = 5;

    /// <summary>The score in the middle of the scale.</summary>
    public const double Middle = 3;

    /// <summary>The bin of a score; halves go to the even neighbour, as in the authors' code.</summary>
    /// <param name="score">1 to 5; what lies outside goes to the first or the last bin.</param>
    /// <returns>0 to 4.</returns>
    public static int Of(double score) =>
        double.IsNaN(score)
            ? throw new ArgumentOutOfRangeException(nameof(score), score, "a score must be a number")
            : (int)Math.Clamp(Math.Round(score, MidpointRounding.ToEven) - 1, 0, Count - 1);
}
