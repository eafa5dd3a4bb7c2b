namespace LiveQuality.Mining.Features;

/// <summary>Puts the column's training median where a value is unknown.</summary>
/// <param name="Medians">One number a column.</param>
internal sealed record MedianImputer(IReadOnlyList<double> Medians)
{
    /// <summary>Learns the medians; a column that is unknown everywhere gets 0.</summary>
    public static MedianImputer Fit(Matrix training) =>
        new([.. Enumerable.Range(0, training.Columns).Select(column => Median(training.Column(column)))]);

    public Matrix Apply(Matrix features) => features.Map((value, column) => double.IsNaN(value) ? Medians[column] : value);

    private static double Median(double[] values)
    {
        var known = Array.FindAll(values, value => !double.IsNaN(value));
        Array.Sort(known);
        var middle = known.Length / 2;
        return known.Length == 0 ? 0
            : known.Length % 2 == 1 ? known[middle]
            : (known[middle - 1] + known[middle]) / 2;
    }
}
