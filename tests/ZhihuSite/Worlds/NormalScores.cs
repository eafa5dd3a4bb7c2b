namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>Ranks as quantiles of the standard normal distribution: the scale on which columns of any shape are correlated.</summary>
internal static class NormalScores
{
    /// <summary>Score of each value; equal values share the mean of their scores.</summary>
    public static double[] Of(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var scores = new double[values.Count];
        for (int from = 0, to; from < order.Length; from = to)
        {
            to = from;
            var sum = 0.0;
            while (to < order.Length && values[order[to]].Equals(values[order[from]]))
            {
                sum += Quantile((to + 0.5) / order.Length);
                to++;
            }

            foreach (var i in order.AsSpan(from, to - from))
            {
                scores[i] = sum / (to - from);
            }
        }

        return scores;
    }

    /// <summary>Inverse of the standard normal distribution function (Acklam's rational approximation, relative error below 1.2e-9).</summary>
    /// <param name="p">0..1, both excluded.</param>
    public static double Quantile(double p)
    {
        const double tail = 0.02425;
        if (p > 1 - tail)
        {
            return -Quantile(1 - p);
        }

        if (p < tail)
        {
            var q = Math.Sqrt(-2 * Math.Log(p));
            return Polynomial(q, -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783)
                / Polynomial(q, 7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1);
        }

        var centred = p - 0.5;
        var square = centred * centred;
        return centred
            * Polynomial(
                square, -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239)
            / Polynomial(
                square, -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1);
    }

    private static double Polynomial(double x, params ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients)
        {
            sum = (sum * x) + coefficient;
        }

        return sum;
    }
}
