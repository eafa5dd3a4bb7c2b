namespace LiveQuality.Mining.Scoring.Drift;

/// <summary>
/// The two-sample Anderson-Darling statistic of the known values (Pettitt, "A two-sample Anderson-Darling rank statistic", 1976; equal values are passed in one step, as in Scholz and
/// Stephens, "K-sample Anderson-Darling tests", 1987), which sees shifts and, better than Kolmogorov-Smirnov, tails, plus χ² of the share missing. Each of the two is about 1 on average
/// where nothing moved. Of more than 256 different values, neighbours count as equal.
/// </summary>
/// <param name="values">The pooled rows, at least one; NaN stands for unknown.</param>
internal sealed class NumberStatistic(double[] values) : ColumnStatistic(Codes(values))
{
    private const int Bins = 256;

    private double[]? _weights;

    private int Known => Rows - Sizes[Unknown];

    /// <inheritdoc />
    protected override double Distance(ReadOnlySpan<int> counts, int count) => AndersonDarling(counts, count - counts[Unknown]) + Missing(counts[Unknown], count);

    private double AndersonDarling(ReadOnlySpan<int> counts, int count)
    {
        var pairs = (double)count * (Known - count);
        if (pairs == 0)
        {
            return 0;
        }

        _weights ??= Weights();
        double sum = 0;
        long below = 0, belowPooled = 0;
        for (var code = Unknown + 1; code < counts.Length - 1; code++)
        {
            below += counts[code];
            belowPooled += Sizes[code];
            double difference = (below * Known) - (count * belowPooled);
            sum += _weights[code] * difference * difference;
        }

        return sum / pairs;
    }

    private double Missing(int missing, int count)
    {
        var pairs = (double)count * (Rows - count) * Sizes[Unknown] * Known;
        double difference = ((long)missing * Rows) - ((long)Sizes[Unknown] * count);
        return pairs == 0 ? 0 : difference * difference * (Rows - 1) / pairs;
    }

    // Of the gap behind each code but the last: half of the rows of the codes on either side, so that the mirrored column has the same statistic.
    private double[] Weights()
    {
        var weights = new double[Sizes.Length];
        long below = 0;
        for (var code = Unknown + 1; code < Sizes.Length - 1; code++)
        {
            below += Sizes[code];
            weights[code] = (Sizes[code] + Sizes[code + 1]) / 2.0 / ((double)below * (Known - below));
        }

        return weights;
    }

    private static ushort[] Codes(double[] values)
    {
        int[] rows = [.. Enumerable.Range(0, values.Length).Where(row => !double.IsNaN(values[row]))];
        var sorted = Array.ConvertAll(rows, row => values[row]);
        Array.Sort(sorted, rows);
        int[] starts = [.. Enumerable.Range(0, sorted.Length).Where(at => at == 0 || sorted[at] > sorted[at - 1]), sorted.Length];
        var codes = new ushort[values.Length];
        var (code, last) = (Unknown, -1);
        for (var run = 0; run < starts.Length - 1; run++)
        {
            var bin = starts.Length - 1 <= Bins ? run : (int)((long)(starts[run] + starts[run + 1] - 1) * Bins / (2L * sorted.Length));
            code += (ushort)(bin == last ? 0 : 1);
            last = bin;
            foreach (var row in rows.AsSpan(starts[run]..starts[run + 1]))
            {
                codes[row] = code;
            }
        }

        return codes;
    }
}
