namespace LiveQuality.Mining.Scoring.Intervals;

/// <summary>How wide intervals are in one band.</summary>
/// <param name="Scale">Half the width in deviations, 0 or more; null where there are too few speakers to promise less than 1 to 5.</param>
/// <param name="Speakers">Speakers it was measured on.</param>
/// <param name="Widenings">By slice, the factor above 1 by which its intervals are wider; other slices have none.</param>
internal sealed record ConformalBand(double? Scale, int Speakers, IReadOnlyDictionary<string, double> Widenings)
{
    // A slice with this many speakers is believed half, one with many more wholly: there is no size at which it suddenly counts.
    private const double HalfBelieved = 100;

    /// <summary>Measures.</summary>
    /// <param name="rows">The band's rows.</param>
    /// <param name="coverage">Share to cover.</param>
    public static ConformalBand Fit(IReadOnlyList<CalibrationRow> rows, double coverage)
    {
        var whole = SpeakerQuantile.Of(rows, coverage);
        var widenings = new SortedDictionary<string, double>(StringComparer.Ordinal);
        if (whole.Value is > 0)
        {
            foreach (var slice in rows.SelectMany(row => row.Slices.Distinct(StringComparer.Ordinal).Select(slice => (slice, row))).GroupBy(pair => pair.slice, pair => pair.row, StringComparer.Ordinal))
            {
                var own = SpeakerQuantile.Of([.. slice], coverage);
                if (own.Value > whole.Value)
                {
                    widenings[slice.Key] = Math.Pow(own.Value.Value / whole.Value.Value, own.Speakers / (own.Speakers + HalfBelieved));
                }
            }
        }

        return new ConformalBand(whole.Value, whole.Speakers, widenings);
    }

    /// <summary>Half the width in deviations for a live of these slices, null for all of 1 to 5. The widest slice decides, so that none falls short for being in another.</summary>
    public double? Reach(IEnumerable<string> slices) => Scale * slices.Select(slice => Widenings.GetValueOrDefault(slice, 1)).Append(1).Max();
}
