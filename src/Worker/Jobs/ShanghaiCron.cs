using System.Globalization;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>Times of the schedule: cron expressions read in Asia/Shanghai, where the site and its listeners live. It has no summer time.</summary>
internal static class ShanghaiCron
{
    // A run that is late by months does not list every time that it missed.
    private const int MostSlots = 100;

    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <exception cref="FormatException">It is no cron expression; the message names the field.</exception>
    public static CronExpression Parse(string cron) => CronExpression.Parse(cron).WithTimeZone(Shanghai);

    /// <summary>All times of a span.</summary>
    /// <param name="cron">The expression.</param>
    /// <param name="from">First that counts.</param>
    /// <param name="to">First that does not.</param>
    public static IEnumerable<DateTimeOffset> Between(string cron, DateTimeOffset from, DateTimeOffset to)
    {
        var expression = Parse(cron);
        for (var slot = expression.GetNextValidTimeAfter(from.AddSeconds(-1)); slot is { } time && time < to; slot = expression.GetNextValidTimeAfter(time))
        {
            yield return time.ToUniversalTime();
        }
    }

    /// <summary>The day that it is there.</summary>
    public static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Shanghai).DateTime);

    /// <summary>A day or a time as people write it: without an offset it is Shanghai's.</summary>
    /// <returns>Null where it is none.</returns>
    public static DateTimeOffset? Moment(string text)
    {
        if (DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return new DateTimeOffset(local, Shanghai.GetUtcOffset(local)).ToUniversalTime();
        }

        return DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
    }

    /// <summary>The times that a firing stands for: all since the firing before; the last one where there is none since, which is how a retry looks.</summary>
    /// <param name="cron">The expression.</param>
    /// <param name="before">When it fired before, or began to count.</param>
    /// <param name="now">When it fires.</param>
    public static IReadOnlyList<DateTimeOffset> Slots(string cron, DateTimeOffset before, DateTimeOffset now) =>
        Since(cron, before, now) is { Count: > 0 } slots ? slots : Parse(cron).GetPreviousValidTimeBefore(Behind(now)) is { } last ? [last.ToUniversalTime()] : [];

    /// <summary>All times after one moment and up to another, the latest 100 of them.</summary>
    /// <param name="cron">The expression; empty for none.</param>
    /// <param name="before">The moment before.</param>
    /// <param name="now">The moment at the end; counts itself.</param>
    public static IReadOnlyList<DateTimeOffset> Since(string cron, DateTimeOffset before, DateTimeOffset now)
    {
        var slots = new List<DateTimeOffset>();
        if (cron.Length > 0)
        {
            var expression = Parse(cron);
            for (var slot = expression.GetPreviousValidTimeBefore(Behind(now)); slot > before && slots.Count < MostSlots; slot = expression.GetPreviousValidTimeBefore(slot.Value))
            {
                slots.Insert(0, slot.Value.ToUniversalTime());
            }
        }

        return slots;
    }

    // Cron counts in seconds, and looks before a moment, not at it.
    private static DateTimeOffset Behind(DateTimeOffset now) => now.AddSeconds(1);
}
