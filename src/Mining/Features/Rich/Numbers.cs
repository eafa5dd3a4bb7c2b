namespace LiveQuality.Mining.Features.Rich;

/// <summary>Arithmetic in which the unknown and the impossible give NaN.</summary>
internal static class Numbers
{
    public const double SecondsPerDay = 86_400;

    /// <summary>ln(1 + x); NaN below 0.</summary>
    public static double Log(double value) => value >= 0 ? Math.Log(1 + value) : double.NaN;

    /// <summary>One number per another; NaN where there is nothing to share.</summary>
    public static double Per(double value, double by) => by > 0 ? value / by : double.NaN;

    /// <summary>1 or 0; NaN where the value is unknown.</summary>
    public static double Flag(double value, bool isSo) => double.IsNaN(value) ? double.NaN : isSo ? 1 : 0;
}
