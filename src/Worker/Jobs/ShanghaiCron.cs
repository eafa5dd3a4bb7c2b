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

    /// <summary>The times that a firing stands for: all since the firing before; the last one where there is none since, which is how a retry looks.</summary>
    /// <param name="cron">The expression.</param>
    /// <param name="before">When it fired before, or began to count.</param>
    /// <param name="now">When it fires.</param>
    public static IReadOnlyList<DateTimeOffset> Slots(string cron, DateTimeOffset before, DateTimeOffset now)
    {
        var expression = Parse(cron);
        var slots = new List<DateTimeOffset>();
        for (var slot = expression.GetPreviousValidTimeBefore(now.AddSeconds(1)); slot is { } time && slots.Count < MostSlots && (slots.Count == 0 || time > before); slot = expression.GetPreviousValidTimeBefore(time))
        {
            slots.Insert(0, time.ToUniversalTime());
        }

        return slots;
    }
}
