using System.Globalization;

namespace LiveQuality.Mining.Study.Reporting;

/// <summary>How numbers are written: with a dot, whatever the machine's language; what is not a number is <c>n/a</c>.</summary>
internal static class Figures
{
    private const string Missing = "n/a";

    /// <summary>An error or a score: four decimals.</summary>
    public static string Error(double value) => Write(value, "0.0000");

    /// <summary>A change of an error: four decimals and a sign.</summary>
    public static string Change(double value) => Write(value, "+0.0000;-0.0000;0.0000");

    /// <summary>A mean and its standard deviation, if there is one.</summary>
    public static string WithSd(double value, double? sd) => sd is { } known ? $"{Error(value)} ± {Error(known)}" : Error(value);

    /// <summary>A number of things.</summary>
    public static string Count(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A share as per cent.</summary>
    public static string Share(double value) => double.IsFinite(value) ? Write(100 * value, "0.0") + " %" : Missing;

    /// <summary>How many standard deviations.</summary>
    public static string Deviations(double value) => Write(value, "0.00") + " sd";

    /// <summary>A time.</summary>
    public static string Seconds(double value) => Write(value, "#,0.00") + " s";

    /// <summary>A value of a column, in the column's unit: about four digits.</summary>
    public static string Value(double value) => Write(value, Math.Abs(value) switch
    {
        >= 1000 => "#,0",
        >= 100 => "0.#",
        >= 10 => "0.##",
        _ => "0.###",
    });

    private static string Write(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : Missing;
}
