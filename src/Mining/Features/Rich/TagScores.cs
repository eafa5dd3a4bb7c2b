namespace LiveQuality.Mining.Features.Rich;

/// <summary>Columns of the known scores of earlier lives of the same first tag. A live without a tag has no such history.</summary>
internal static class TagScores
{
    // How many lives at the overall mean a tag is thought to have had before the first one.
    private const double PriorLives = 5;

    /// <summary>The columns: number of scores, shrunken mean.</summary>
    public static IReadOnlyList<string> Names { get; } = ["tag_scores", "tag_score"];

    /// <summary>Writes both columns of one live.</summary>
    /// <param name="past">Scores of the tag's earlier lives.</param>
    /// <param name="overall">Mean of all earlier scores.</param>
    /// <param name="to">Takes one number a column of <see cref="Names"/>; NaN where unknown.</param>
    public static void Write(ScoreHistory past, double overall, Span<double> to)
    {
        to[0] = past.Count;
        to[1] = past.Shrunken(overall, PriorLives);
    }
}
