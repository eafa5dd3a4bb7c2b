namespace LiveQuality.Mining.Scoring.Intervals;

/// <summary>
/// The residual that the next live of a new speaker stays under with the promised chance. Each speaker counts once, however many lives it has, and one more speaker is counted who lies above all: then the
/// promise holds for any number of speakers and any likeness among the lives of one (Dunn, Wasserman and Ramdas, "Distribution-free prediction sets for two-layer hierarchical models", 2022;
/// Lee, Barber and Willett, "Distribution-free inference with hierarchical data", 2023).
/// </summary>
/// <param name="Value">The residual; null where there are too few speakers for the promise.</param>
/// <param name="Speakers">How many there were.</param>
internal readonly record struct SpeakerQuantile(double? Value, int Speakers)
{
    // Sums of weights that are equal on paper differ in the last bits.
    private const double Rounding = 1e-9;

    /// <summary>Measures.</summary>
    /// <param name="rows">Residuals and their speakers, in any order.</param>
    /// <param name="coverage">The promised chance, between 0 and 1.</param>
    public static SpeakerQuantile Of(IReadOnlyList<CalibrationRow> rows, double coverage)
    {
        var lives = rows.CountBy(row => row.Speaker, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var needed = (coverage * (lives.Count + 1)) - Rounding;
        double sum = 0;
        foreach (var row in rows.OrderBy(row => row.Residual))
        {
            sum += 1.0 / lives[row.Speaker];
            if (sum >= needed)
            {
                return new SpeakerQuantile(row.Residual, lives.Count);
            }
        }

        return new SpeakerQuantile(null, lives.Count);
    }
}
