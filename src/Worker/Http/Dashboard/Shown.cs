using System.Globalization;
using LiveQuality.Worker.Http.Dashboard.Language;

namespace LiveQuality.Worker.Http.Dashboard;

/// <summary>Values as pages show them: the same digits in every language.</summary>
internal static class Shown
{
    /// <summary>Name of the zone that times are shown in.</summary>
    public const string Zone = "Asia/Shanghai";

    /// <summary>What stands where nothing is known.</summary>
    public const string Nothing = "–";

    // The zone has had no summer time since 1991, before the site's first day: no data of time zones is needed, which small images lack.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>A time in the zone; the very last hours of the calendar, which mean never, stay as they are.</summary>
    public static DateTimeOffset Local(DateTimeOffset time) => time > DateTimeOffset.MaxValue - Offset ? time : time.ToOffset(Offset);

    /// <summary>Midnight of a day in the zone.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    public static string Time(DateTimeOffset? time) => time is { } known ? Local(known).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : Nothing;

    public static string Day(DateTimeOffset? time) => time is { } known ? Local(known).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Nothing;

    public static string Machine(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Count(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? Nothing;

    public static string Score(double? score) => score?.ToString("0.00", CultureInfo.InvariantCulture) ?? Nothing;

    public static string Fine(double? number) => number?.ToString("0.000", CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>A number that may be of any size.</summary>
    public static string Any(double? number) => number?.ToString(Math.Abs(number.Value) < 1000 ? "0.###" : "N0", CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>What a column says: money and days as people write them, the others as plain numbers.</summary>
    public static string Column(string column, double? value) => (column, value) switch
    {
        ("amount", { } fen) => Yuan((long)fen),
        ("original_price", { } yuan) => Yuan((long)Math.Round(yuan * 100)),
        ("start_day" or "created_day", { } day) => Day(DateTimeOffset.UnixEpoch.AddDays(Math.Clamp(day, 0, 1e6))),
        _ => Any(value),
    };

    public static string Points(double points) => points.ToString("+0.000;\u22120.000;0.000", CultureInfo.InvariantCulture);

    public static string Percent(double? share) => share is { } known ? (known * 100).ToString("0.0", CultureInfo.InvariantCulture) + "\u202f%" : Nothing;

    public static string Interval(double? low, double? high) => low is null || high is null ? Nothing : $"{Score(low)}\u2013{Score(high)}";

    public static string Yuan(long? fen) => fen is { } known ? "¥" + (known / 100m).ToString("#,0.##", CultureInfo.InvariantCulture) : Nothing;

    public static string YesNo(bool? value, Tongue tongue) => value switch
    {
        null => Nothing,
        true => CommonWords.Yes.In(tongue),
        _ => CommonWords.No.In(tongue),
    };

    /// <summary>A span of time, in at most two units.</summary>
    public static string Span(TimeSpan? span) => span is not { } known ? Nothing : known switch
    {
        { TotalSeconds: < 60 } => known.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + "\u202fs",
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{known.Minutes}\u202fmin {known.Seconds}\u202fs"),
        { TotalHours: < 48 } => string.Create(CultureInfo.InvariantCulture, $"{(int)known.TotalHours}\u202fh {known.Minutes}\u202fmin"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{known.Days}\u202fd {known.Hours}\u202fh"),
    };
}
