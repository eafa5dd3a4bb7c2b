using MathNet.Numerics.Distributions;

namespace LiveQuality.Mining.Evaluation;

/// <summary>
/// The interval of a mean over rows that come in groups which are alike inside, in closed form: the jackknife over groups gives the standard error, Student's t the width. It is kept
/// honest where the bootstrap is too narrow. Few groups, or a few big ones: the degrees of freedom are those of the effective number of groups, (Σn)² / Σn² (Kish, "Survey Sampling", 1965).
/// Skewed groups: each bound is the farther of Student's and of the one corrected for skewness (Hall, "On the removal of skewness by transformation", 1992).
/// </summary>
internal static class GroupedMean
{
    private const double NoSkewness = 1e-9;

    /// <summary>The mean and its interval.</summary>
    /// <param name="values">One number a row, all finite.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="tail">Share that may lie beyond each end, for example 0.025 for 95 %; above 0, below 0.5.</param>
    /// <returns>Null where there are fewer than two groups: nothing is known of the spread.</returns>
    public static Interval? Of(IReadOnlyList<double> values, IReadOnlyList<string> groups, double tail)
    {
        var (sums, sizes) = Totals(values, groups);
        if (sums.Length < 2)
        {
            return null;
        }

        var (sum, count, squares, number) = (sums.Sum(), sizes.Sum(), sizes.Sum(size => size * size), sums.Length);
        var mean = sum / count;
        double spread = 0, second = 0, third = 0;
        for (var group = 0; group < number; group++)
        {
            var without = ((sum - sums[group]) / (count - sizes[group])) - mean;
            spread += without * without;
            var pull = sums[group] - (sizes[group] * mean);
            second += pull * pull / number;
            third += pull * pull * pull / number;
        }

        var error = Math.Sqrt(spread * (number - 1) / number);
        var skewness = second > 0 ? third / Math.Pow(second, 1.5) : 0;
        var quantile = StudentT.InvCDF(0, 1, Math.Max(1, (count * count / squares) - 1), 1 - tail);
        return new Interval(
            mean,
            mean - (error * Math.Max(quantile, Corrected(quantile, skewness, number))),
            mean + (error * Math.Max(quantile, -Corrected(-quantile, skewness, number))));
    }

    // Hall's monotone cubic transformation of the studentised mean, turned round, with a = 1/3 and b = 1/6.
    private static double Corrected(double quantile, double skewness, int groups)
    {
        var (root, slope) = (Math.Sqrt(groups), skewness / 3);
        return Math.Abs(slope) < NoSkewness ? quantile : (Math.Cbrt(1 + (3 * slope * ((quantile / root) - (skewness / (6 * groups))))) - 1) * root / slope;
    }

    private static (double[] Sums, double[] Sizes) Totals(IReadOnlyList<double> values, IReadOnlyList<string> groups)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        List<double> sums = [];
        List<double> sizes = [];
        for (var row = 0; row < values.Count; row++)
        {
            if (numbers.TryAdd(groups[row], sums.Count))
            {
                sums.Add(0);
                sizes.Add(0);
            }

            var group = numbers[groups[row]];
            sums[group] += values[row];
            sizes[group]++;
        }

        return ([.. sums], [.. sizes]);
    }
}
