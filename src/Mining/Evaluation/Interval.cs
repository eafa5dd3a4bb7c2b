namespace LiveQuality.Mining.Evaluation;

/// <summary>A difference and its 95 % interval by paired bootstrap.</summary>
/// <param name="Value">The difference over all rows.</param>
/// <param name="Low">2.5 % of the resamples are lower.</param>
/// <param name="High">2.5 % are higher.</param>
public sealed record Interval(double Value, double Low, double High)
{
    /// <summary>Whether 0 lies outside: only then it is more than noise.</summary>
    public bool ExcludesZero => Low > 0 || High < 0;
}
