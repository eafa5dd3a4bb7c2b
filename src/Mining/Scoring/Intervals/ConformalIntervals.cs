using LiveQuality.Mining.Scoring.Posterior;

namespace LiveQuality.Mining.Scoring.Intervals;

/// <summary>
/// Intervals around scores that cover what comes with a promised chance, whatever the model is worth (split conformal prediction, Vovk et al., 2005; a band each, "Mondrian"). Plain data, saved with
/// the model.
/// </summary>
/// <remarks>
/// What is covered is the mean rating that a live ends with: below 18 reviews, its mean when it has 18 or more; from 18 on, its mean when it has at least twice as many. A live that nobody reviews any
/// more keeps its mean: the interval then says what more listeners would have made of it. The promise is for a live of a speaker whom the model has not seen; one who is known does no worse.
/// Slices only ever widen an interval, so that the promise for the whole stays; where the model knows some slice far less than the others, the whole is covered more than promised. How a slice's own
/// need is found is an estimate, not a theorem.
/// </remarks>
/// <param name="Coverage">The promised share, between 0 and 1.</param>
/// <param name="Whole">For bands that were not measured, or on too few speakers.</param>
/// <param name="Bands">By name.</param>
internal sealed record ConformalIntervals(double Coverage, ConformalBand Whole, IReadOnlyDictionary<string, ConformalBand> Bands)
{
    /// <summary>The share that is covered unless another is asked for.</summary>
    public const double DefaultCoverage = 0.9;

    /// <summary>A band of fewer speakers than this is measured with the others.</summary>
    public const int FewestSpeakers = 100;

    /// <summary>Measures how wide intervals must be.</summary>
    /// <param name="rows">Lives whose speakers the model had not seen; at least one.</param>
    /// <param name="coverage">Share to cover, between 0 and 1.</param>
    /// <exception cref="ArgumentException">There are no rows, or a residual is no number of 0 or more.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static ConformalIntervals Fit(IReadOnlyList<CalibrationRow> rows, double coverage = DefaultCoverage)
    {
        if (coverage is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "not between 0 and 1");
        }

        if (rows.Count == 0 || rows.Any(row => !double.IsFinite(row.Residual) || row.Residual < 0))
        {
            throw new ArgumentException($"{rows.Count} rows: there must be one, and every residual a number of 0 or more", nameof(rows));
        }

        var bands = rows.GroupBy(row => row.Band, StringComparer.Ordinal)
            .Select(band => (band.Key, Fitted: ConformalBand.Fit([.. band], coverage)))
            .Where(band => band.Fitted.Speakers >= FewestSpeakers);
        return new ConformalIntervals(
            coverage, ConformalBand.Fit(rows, coverage), new SortedDictionary<string, ConformalBand>(bands.ToDictionary(band => band.Key, band => band.Fitted), StringComparer.Ordinal));
    }

    /// <summary>The interval around one score.</summary>
    /// <param name="score">The score, 1..5.</param>
    /// <param name="deviation">Its deviation, of the same kind that the residuals were divided by; 0 or more.</param>
    /// <param name="band">How much evidence it was made from.</param>
    /// <param name="slices">Other groups that the live belongs to; unknown ones change nothing.</param>
    /// <returns>Lower and upper end, within 1..5.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The score is not between 1 and 5, or the deviation is negative or not finite.</exception>
    public (double Low, double High) Around(double score, double deviation, string band, IReadOnlyList<string> slices)
    {
        if (score is not (>= Ratings.Lowest and <= Ratings.Highest))
        {
            throw new ArgumentOutOfRangeException(nameof(score), score, $"not between {Ratings.Lowest} and {Ratings.Highest}");
        }

        if (!double.IsFinite(deviation) || deviation < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "not a number of 0 or more");
        }

        return Bands.GetValueOrDefault(band, Whole).Reach(slices) is { } reach
            ? (Math.Max(score - (reach * deviation), Ratings.Lowest), Math.Min(score + (reach * deviation), Ratings.Highest))
            : (Ratings.Lowest, Ratings.Highest);
    }

    /// <summary>What is wrong with numbers that were read from outside, or null when nothing is.</summary>
    internal string? Fault() =>
        Coverage is not (> 0 and < 1) ? $"the coverage is {Coverage}"
        : Bands.Values.Append(Whole).Any(band => band.Scale is { } scale && !(double.IsFinite(scale) && scale >= 0)) ? "a scale is no number of 0 or more"
        : Bands.Values.Append(Whole).SelectMany(band => band.Widenings.Values).Any(widening => !double.IsFinite(widening) || widening < 1) ? "a slice is not widened but narrowed"
        : null;
}
