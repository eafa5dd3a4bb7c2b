namespace LiveQuality.Mining.Evaluation;

/// <summary>A difference and its interval: 95 % by <see cref="PairedBootstrap"/> unless its owner says otherwise.</summary>
/// <param name="Value">The difference over all rows.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record Interval(double Value, double Low, double High)
{
    /// <summary>Whether 0 lies outside: only then it is more than noise.</summary>
    public bool ExcludesZero => Low > 0 || High < 0;
}
