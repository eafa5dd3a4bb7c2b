using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>A typical live: of each number the median, of each category the most common one, unknown where most lives are.</summary>
internal static class Typical
{
    /// <summary>Makes it.</summary>
    /// <param name="training">Rows, NaN where unknown; at least one.</param>
    /// <param name="categories">Columns whose numbers are names.</param>
    /// <returns>One value a column; null where unknown.</returns>
    public static IReadOnlyList<double?> Of(Matrix training, IReadOnlySet<int> categories) => [.. Enumerable.Range(0, training.Columns).Select(column =>
    {
        double[] known = [.. training.Column(column).Where(value => !double.IsNaN(value)).Order()];
        return 2 * known.Length <= training.Rows ? (double?)null
            : categories.Contains(column) ? known.GroupBy(value => value).MaxBy(own => own.Count())!.Key
            : known[known.Length / 2];
    })];
}
