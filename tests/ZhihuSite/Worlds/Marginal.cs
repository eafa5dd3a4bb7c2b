namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>One column's distribution as a map from a standard normal score to a value.</summary>
/// <param name="Name">The column.</param>
/// <param name="IsStep">Whether only the listed values occur, each up to its score; otherwise values are interpolated between the scores.</param>
/// <param name="OfSpeaker">Whether all lives of a speaker share the value.</param>
/// <param name="Z">Normal scores, ascending.</param>
/// <param name="Values">A value for each of them.</param>
internal sealed record Marginal(string Name, bool IsStep, bool OfSpeaker, IReadOnlyList<double> Z, IReadOnlyList<double> Values)
{
    public double At(double z)
    {
        var above = 0;
        while (above < Z.Count - 1 && Z[above] < z)
        {
            above++;
        }

        if (IsStep || above == 0 || Z[above] <= z)
        {
            return Values[above];
        }

        var share = (z - Z[above - 1]) / (Z[above] - Z[above - 1]);
        return Values[above - 1] + (share * (Values[above] - Values[above - 1]));
    }
}
