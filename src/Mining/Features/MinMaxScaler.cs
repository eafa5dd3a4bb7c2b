namespace LiveQuality.Mining.Features;

/// <summary>Brings each column to 0..1 over the training rows.</summary>
/// <remarks>Other rows may come to lie outside: cutting them off would make the largest lives look alike, and the study did not.</remarks>
/// <param name="Minimums">Smallest training value a column.</param>
/// <param name="Maximums">Largest training value a column.</param>
internal sealed record MinMaxScaler(IReadOnlyList<double> Minimums, IReadOnlyList<double> Maximums)
{
    public static MinMaxScaler Fit(Matrix training)
    {
        var columns = Enumerable.Range(0, training.Columns).Select(training.Column).ToArray();
        return new([.. columns.Select(column => column.Min())], [.. columns.Select(column => column.Max())]);
    }

    /// <summary>Scales; a column that was constant in training becomes 0, for nothing was learnt from it.</summary>
    public Matrix Apply(Matrix features) => features.Map((value, column) =>
    {
        var range = Maximums[column] - Minimums[column];
        return range > 0 ? (value - Minimums[column]) / range : 0;
    });
}
