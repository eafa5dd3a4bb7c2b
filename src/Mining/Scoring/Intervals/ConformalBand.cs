namespace LiveQuality.Mining.Scoring.Intervals;

/// <summary>How wide intervals are in one band.</summary>
/// <param name="Scale">Half the width in deviations, 0 or more; null where there are too few speakers to promise less than 1 to 5.</param>
/// <param name="Speakers">Speakers it was measured on.</param>
/// <param name="Widenings">By slice, the factor above 1 by which its intervals are wider; other slices have none.</param>
internal sealed record ConformalBand(double? Scale, int Speakers, IReadOnlyDictionary<string, double> Widenings)
{
    // Of a slice with fewer speakers too little can be told.
    private const int FewestSpeakers = 20;

    // How many standard errors a slice's share must fall short by before its intervals widen. At 0 every slice that is unlucky in calibration widens, and with many slices the whole comes to
    // lie above the promise. Of 0.5, 0.65 and 0.75, tried on January's lives with the speakers in five parts, the first covers the whole to 92.2 % and the last leaves one tag at 85.5 %.
    private const double Doubt = 0.65;

    /// <summary>Measures.</summary>
    /// <param name="rows">The band's rows.</param>
    /// <param name="coverage">Share to cover.</param>
    public static ConformalBand Fit(IReadOnlyList<CalibrationRow> rows, double coverage)
    {
        var whole = SpeakerQuantile.Of(rows, coverage);
        var widenings = new SortedDictionary<string, double>(StringComparer.Ordinal);
        if (whole.Value is > 0)
        {
            var slices = rows.SelectMany(row => row.Slices.Distinct(StringComparer.Ordinal).Select(slice => (slice, row)));
            foreach (var slice in slices.GroupBy(pair => pair.slice, pair => pair.row, StringComparer.Ordinal))
            {
                var speakers = slice.Select(row => row.Speaker).Distinct(StringComparer.Ordinal).Count();
                if (speakers >= FewestSpeakers
                    && SpeakerQuantile.Of([.. slice], coverage - (Doubt * Math.Sqrt(coverage * (1 - coverage) / speakers))).Value is { } own
                    && own > whole.Value)
                {
                    widenings[slice.Key] = own / whole.Value.Value;
                }
            }
        }

        return new ConformalBand(whole.Value, whole.Speakers, widenings);
    }

    /// <summary>Half the width in deviations for a live of these slices, null for all of 1 to 5. The widest slice decides, so that none falls short for being in another.</summary>
    public double? Reach(IEnumerable<string> slices) => Scale * slices.Select(slice => Widenings.GetValueOrDefault(slice, 1)).Append(1).Max();
}
