namespace LiveQuality.Mining.Features.Rich;

/// <summary>Columns of the known scores of a speaker's earlier lives.</summary>
internal static class SpeakerScores
{
    // How many lives at the overall mean a speaker is thought to have held before the first one. Between a quarter and four, trees on the study's table do equally well.
    private const double PriorLives = 2;

    private static readonly (string Name, Func<ScoreHistory, double, double> Read)[] Columns =
    [
        ("speaker_scores", (past, _) => past.Count),
        ("speaker_score", (past, overall) => past.Shrunken(overall, PriorLives)),
        ("speaker_last_score", (past, _) => past.Last),
        ("speaker_score_change", (past, _) => past.Change),
        ("speaker_lowest_score", (past, _) => past.Lowest),
        ("speaker_score_deviation", (past, _) => past.Deviation),
    ];

    /// <summary>The columns: number of scores, shrunken mean, latest, latest less the mean before it, lowest, standard deviation.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Columns.Select(column => column.Name)];

    /// <summary>Writes all columns of one live.</summary>
    /// <param name="past">Scores of the speaker's earlier lives.</param>
    /// <param name="overall">Mean of all earlier scores.</param>
    /// <param name="to">Takes one number a column of <see cref="Names"/>; NaN where unknown.</param>
    public static void Write(ScoreHistory past, double overall, Span<double> to)
    {
        for (var column = 0; column < Columns.Length; column++)
        {
            to[column] = Columns[column].Read(past, overall);
        }
    }
}
