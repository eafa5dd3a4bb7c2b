namespace LiveQuality.Mining.Scoring.Drift;

/// <summary>
/// How far two samples of one column lie apart, prepared so that many arrangements of the same pooled rows are measured fast: each row has a code, and a distance needs only how often
/// each code occurs on one side. It is the same whichever side that is.
/// </summary>
/// <param name="codes">The code of each pooled row.</param>
internal abstract class ColumnStatistic(ushort[] codes)
{
    /// <summary>The code of unknown values, where they are told apart.</summary>
    protected const ushort Unknown = 0;

    private readonly int[] _counts = new int[codes.Max() + 1];

    /// <summary>Pooled rows.</summary>
    protected int Rows => codes.Length;

    /// <summary>How many of the pooled rows have each code.</summary>
    protected int[] Sizes { get; } = SizesOf(codes);

    /// <summary>The distance; the same bits for the same counts. Not for two threads at once.</summary>
    /// <param name="side">The rows of one side.</param>
    /// <returns>0 or more.</returns>
    public double Of(ReadOnlySpan<int> side)
    {
        if (side.Length == 0 || side.Length == Rows)
        {
            return 0;
        }

        Array.Clear(_counts);
        foreach (var row in side)
        {
            _counts[codes[row]]++;
        }

        return Distance(_counts, side.Length);
    }

    /// <summary>The distance.</summary>
    /// <param name="counts">How many rows of one side have each code.</param>
    /// <param name="count">Rows of that side, at least one and not all.</param>
    protected abstract double Distance(ReadOnlySpan<int> counts, int count);

    private static int[] SizesOf(ushort[] codes)
    {
        var sizes = new int[codes.Max() + 1];
        foreach (var code in codes)
        {
            sizes[code]++;
        }

        return sizes;
    }
}
