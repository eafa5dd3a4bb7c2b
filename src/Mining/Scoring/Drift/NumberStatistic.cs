namespace LiveQuality.Mining.Scoring.Drift;

/// <summary>
/// The two-sample Anderson-Darling statistic of the known values (Pettitt, "A two-sample Anderson-Darling rank statistic", 1976; equal values are passed in one step, as in Scholz and
/// Stephens, "K-sample Anderson-Darling tests", 1987), which sees shifts and, better than Kolmogorov-Smirnov, tails, plus χ² of the share missing. Each of the two is 1 on average where nothing moved.
/// </summary>
internal sealed class NumberStatistic : IColumnStatistic
{
    private readonly int _rows;
    private readonly int[] _missing;
    private readonly int[] _known;

    // Where a run of equal values ends, in sorted order, and the weight of the gap behind it; the last run has no gap.
    private readonly int[] _ends;
    private readonly double[] _weights;

    /// <param name="values">The pooled rows; NaN stands for unknown.</param>
    public NumberStatistic(double[] values)
    {
        _rows = values.Length;
        _missing = [.. Enumerable.Range(0, _rows).Where(row => double.IsNaN(values[row]))];
        _known = [.. Enumerable.Range(0, _rows).Where(row => !double.IsNaN(values[row]))];
        var sorted = Array.ConvertAll(_known, row => values[row]);
        Array.Sort(sorted, _known);
        int[] ends = [.. Enumerable.Range(1, sorted.Length).Where(end => end == sorted.Length || sorted[end] > sorted[end - 1])];
        _ends = [.. ends.SkipLast(1)];
        _weights = new double[_ends.Length];
        for (var gap = 0; gap < _ends.Length; gap++)
        {
            // Half of the rows on either side of the gap: the mirrored column has the same statistic.
            var mass = (ends[gap + 1] - (gap == 0 ? 0 : ends[gap - 1])) / 2.0;
            _weights[gap] = mass / ((double)ends[gap] * (sorted.Length - ends[gap]));
        }
    }

    /// <inheritdoc />
    public double Of(ReadOnlySpan<byte> after, int count)
    {
        var missing = 0;
        foreach (var row in _missing)
        {
            missing += after[row];
        }

        return AndersonDarling(after, count - missing) + Missing(missing, count);
    }

    private double AndersonDarling(ReadOnlySpan<byte> after, int count)
    {
        var pairs = (double)count * (_known.Length - count);
        if (pairs == 0)
        {
            return 0;
        }

        double sum = 0;
        long below = 0;
        var next = 0;
        for (var gap = 0; gap < _ends.Length; gap++)
        {
            foreach (var row in _known.AsSpan(next.._ends[gap]))
            {
                below += after[row];
            }

            next = _ends[gap];
            double difference = (below * _known.Length) - ((long)count * next);
            sum += _weights[gap] * difference * difference;
        }

        return sum / pairs;
    }

    private double Missing(int missing, int count)
    {
        var pairs = (double)count * (_rows - count) * _missing.Length * _known.Length;
        double difference = ((long)missing * _rows) - ((long)_missing.Length * count);
        return pairs == 0 ? 0 : difference * difference * (_rows - 1) / pairs;
    }
}
