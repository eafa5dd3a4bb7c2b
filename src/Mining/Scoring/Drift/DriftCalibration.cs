namespace LiveQuality.Mining.Scoring.Drift;

/// <summary>
/// What is usual for columns by chance. The real arrangement is one of the arrangements, and all are alike when nothing moved: it is among the most striking 1 % with a chance of at most
/// 1 % (exactly, at any number of rows and with equal values, which count as at least as far).
/// </summary>
/// <remarks>
/// Columns must be comparable to say which is the most striking (Westfall and Young, "Resampling-Based Multiple Testing", 1993). First counts how rare the distance is among the column's own;
/// with many columns some is the rarest in most arrangements, so among the equally rare it counts how many standard deviations the cube root lies above its mean (the cube root of χ² is nearly
/// normal: Wilson and Hilferty, 1931). The latter alone will not do: in a flag that is set in a single row, that row coming later would outshine everything.
/// </remarks>
internal sealed class DriftCalibration
{
    private const double Level = 0.01;

    private readonly double[][] _p;
    private readonly double[][] _height;
    private readonly (double P, double Height)[] _best;

    /// <param name="statistics">The distances of each column: the real arrangement's first, then those of at least 99 random ones.</param>
    public DriftCalibration(IReadOnlyList<double[]> statistics)
    {
        _p = [.. statistics.Select(PValues)];
        _height = [.. statistics.Select(Heights)];
        _best = new (double, double)[statistics[0].Length];
        for (var arrangement = 0; arrangement < _best.Length; arrangement++)
        {
            var best = (P: double.PositiveInfinity, Height: double.NegativeInfinity);
            for (var column = 0; column < _p.Length; column++)
            {
                var own = (_p[column][arrangement], _height[column][arrangement]);
                best = Beats(own, best) ? own : best;
            }

            _best[arrangement] = best;
        }
    }

    /// <summary>The real p-value of one column alone.</summary>
    public double PValue(int column) => _p[column][0];

    /// <summary>How far the column's cube root lies above its mean, in standard deviations.</summary>
    public double Height(int column) => _height[column][0];

    /// <summary>The p-value of one column among all.</summary>
    public double FamilyPValue(int column)
    {
        var own = (_p[column][0], _height[column][0]);
        return (double)_best.Count(best => !Beats(own, best)) / _best.Length;
    }

    /// <summary>Whether a p-value is an alarm.</summary>
    public static bool IsAlarm(double p) => p <= Level;

    /// <summary>The distance above which a column alone would be called moved.</summary>
    /// <param name="statistics">As above.</param>
    public static double Threshold(double[] statistics)
    {
        var random = statistics[1..];
        Array.Sort(random);
        return random[^(int)(Level * statistics.Length)];
    }

    private static bool Beats((double P, double Height) one, (double P, double Height) other) => one.P < other.P || (one.P == other.P && one.Height > other.Height);

    private static double[] PValues(double[] statistics)
    {
        var sorted = statistics.ToArray();
        Array.Sort(sorted);
        return Array.ConvertAll(statistics, value => (double)(sorted.Length - FirstAtLeast(sorted, value)) / sorted.Length);
    }

    private static double[] Heights(double[] statistics)
    {
        var roots = Array.ConvertAll(statistics, Math.Cbrt);
        var mean = roots.Average();
        var deviation = Math.Sqrt(roots.Sum(root => (root - mean) * (root - mean)) / roots.Length);
        return Array.ConvertAll(roots, root => deviation > 0 ? (root - mean) / deviation : 0);
    }

    private static int FirstAtLeast(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
