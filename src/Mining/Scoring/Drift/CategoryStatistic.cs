namespace LiveQuality.Mining.Scoring.Drift;

/// <summary>
/// Pearson's χ² of a column whose values are names: missing is a value of its own, and values that are rare in both samples together count as one, since a single row of one would else
/// weigh as much as a moved half of the column.
/// </summary>
/// <param name="values">The pooled rows, at least one; NaN stands for unknown.</param>
internal sealed class CategoryStatistic(double[] values) : ColumnStatistic(Codes(values))
{
    private const int Rare = 5;
    private const ushort RareCode = 0;

    /// <inheritdoc />
    protected override double Distance(ReadOnlySpan<int> counts, int count)
    {
        double sum = 0;
        for (var code = 0; code < counts.Length; code++)
        {
            double difference = ((long)counts[code] * Rows) - ((long)Sizes[code] * count);
            sum += Sizes[code] == 0 ? 0 : difference * difference / Sizes[code];
        }

        return sum / ((double)count * (Rows - count));
    }

    private static ushort[] Codes(double[] values)
    {
        var common = values.CountBy(value => value).Where(pair => pair.Value >= Rare).Select(pair => pair.Key).Order().Select((value, number) => (value, number));
        var codes = common.ToDictionary(pair => pair.value, pair => checked((ushort)(pair.number + 1)));
        return Array.ConvertAll(values, value => codes.GetValueOrDefault(value, RareCode));
    }
}
