using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Scoring.Reasons;

/// <summary>The live that others are compared with. Each of its columns is typical by itself; no real live need be like it in all of them.</summary>
internal static class Baseline
{
    /// <summary>Makes it from the lives that a model learns from.</summary>
    /// <param name="training">A row a live, NaN where unknown; at least one row.</param>
    /// <param name="categories">Columns whose numbers are names.</param>
    /// <returns>
    /// One value a column: the median, the lower one of two so that it is a value which occurs, or the most common category, the smallest of those equally common. NaN where most lives' value is unknown, since that is
    /// typical then.
    /// </returns>
    /// <exception cref="ArgumentException">There is no live.</exception>
    public static double[] Of(Matrix training, IReadOnlySet<int> categories) => training.Rows > 0
        ? [.. Enumerable.Range(0, training.Columns).Select(column => Typical(training.Column(column), categories.Contains(column)))]
        : throw new ArgumentException("no live is typical of none", nameof(training));

    private static double Typical(double[] values, bool isCategory)
    {
        double[] known = [.. values.Where(value => !double.IsNaN(value)).Order()];
        return known.Length * 2 < values.Length ? double.NaN
            : isCategory ? known.CountBy(value => value).MaxBy(pair => pair.Value).Key
            : known[(known.Length - 1) / 2];
    }
}
