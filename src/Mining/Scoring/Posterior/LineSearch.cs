namespace LiveQuality.Mining.Scoring.Posterior;

/// <summary>Finds where a function of one number is lowest.</summary>
internal static class LineSearch
{
    private const int Steps = 200;
    private const int Sections = 60;
    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;

    /// <summary>A grid first, so that a second valley does not mislead, then golden sections around its lowest point (Press et al., "Numerical Recipes", 10.2).</summary>
    /// <param name="function">Finite between the bounds.</param>
    /// <param name="low">Lower bound.</param>
    /// <param name="high">Upper bound.</param>
    public static double Minimum(Func<double, double> function, double low, double high)
    {
        var step = (high - low) / Steps;
        var best = Enumerable.Range(0, Steps + 1).MinBy(i => function(low + (i * step)));
        var (from, to) = (low + (Math.Max(best - 1, 0) * step), low + (Math.Min(best + 1, Steps) * step));
        for (var i = 0; i < Sections; i++)
        {
            var (left, right) = (to - (Golden * (to - from)), from + (Golden * (to - from)));
            (from, to) = function(left) <= function(right) ? (from, right) : (left, to);
        }

        return (from + to) / 2;
    }
}
