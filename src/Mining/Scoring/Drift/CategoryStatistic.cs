namespace LiveQuality.Mining.Scoring.Drift;

/// <summary>
/// Pearson's χ² of a column whose values are names: missing is a value of its own, and values that are rare in both samples together count as one, since a single row of one would else
/// weigh as much as a moved half of the column.
/// </summary>
internal sealed class CategoryStatistic : IColumnStatistic
{
    private const int Rare = 5;
    private const int RareCode = 0;

    private readonly int[] _codes;
    private readonly int[] _sizes;

    /// <param name="values">The pooled rows; NaN stands for unknown.</param>
    public CategoryStatistic(double[] values)
    {
        var counts = values.CountBy(value => value).ToDictionary();
        var codes = counts.Where(pair => pair.Value >= Rare).Select(pair => pair.Key).Order().Select((value, number) => (value, number)).ToDictionary(pair => pair.value, pair => pair.number + 1);
        _codes = Array.ConvertAll(values, value => codes.GetValueOrDefault(value, RareCode));
        _sizes = new int[codes.Count + 1];
        foreach (var code in _codes)
        {
            _sizes[code]++;
        }
    }

    /// <inheritdoc />
    public double Of(ReadOnlySpan<byte> after, int count)
    {
        var pairs = (double)count * (_codes.Length - count);
        if (pairs == 0)
        {
            return 0;
        }

        Span<int> counts = _sizes.Length <= 256 ? stackalloc int[_sizes.Length] : new int[_sizes.Length];
        for (var row = 0; row < after.Length; row++)
        {
            counts[_codes[row]] += after[row];
        }

        double sum = 0;
        for (var code = 0; code < counts.Length; code++)
        {
            double difference = ((long)counts[code] * _codes.Length) - ((long)_sizes[code] * count);
            sum += _sizes[code] == 0 ? 0 : difference * difference / _sizes[code];
        }

        return sum / pairs;
    }
}
