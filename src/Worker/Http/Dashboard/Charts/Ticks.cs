using System.Globalization;

namespace LiveQuality.Worker.Http.Dashboard.Charts;

/// <summary>Round numbers and times along an axis.</summary>
internal static class Ticks
{
    private const int DaysAYear = 365;

    // A range narrower than that, beside its values, has no multiples that a double can tell apart: it is one value.
    private const double Finest = 1e-12;

    // Steps that people count in; months and years have no fixed length, so they come as months.
    private static readonly TimeSpan[] Spans =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6),
        TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(5), TimeSpan.FromDays(10),
    ];

    private static readonly int[] Months = [1, 2, 3, 6, 12, 24, 60, 120];

    /// <summary>Multiples of 1, 2 or 5 times a power of ten that cover a range, at most so many.</summary>
    /// <returns>The first is at or below the lowest value, the last at or above the highest; at least two.</returns>
    public static IReadOnlyList<double> Nice(double low, double high, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 3);
        if (high - low <= Math.Max(Math.Abs(low), Math.Abs(high)) * Finest)
        {
            var room = low == 0 ? 1 : Math.Abs(low) * 0.1;
            (low, high) = (low - room, high + room);
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10((high - low) / most)));
        foreach (var factor in (double[])[1, 2, 5, 10, 20, 50, 100])
        {
            var step = factor * power;
            var (first, last) = (Math.Floor((low / step) + 1e-9), Math.Ceiling((high / step) - 1e-9));
            if (last - first + 1 <= most)
            {
                // Rounded: 3 × 0.1 is not 0.3, and people would see it.
                var digits = Math.Clamp(1 - (int)Math.Floor(Math.Log10(step)), 0, 15);
                return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(number => Math.Round((first + number) * step, digits))];
            }
        }

        return [low, high];
    }

    /// <summary>Round times within a range, in the zone that pages show, at most so many, each as it is written.</summary>
    public static IReadOnlyList<(DateTimeOffset At, string Text)> Times(DateTimeOffset from, DateTimeOffset to, int most)
    {
        var (start, end) = (Shown.Local(from), Shown.Local(to));
        foreach (var span in Spans.Where(span => (end - start) / span <= most))
        {
            var format = span < TimeSpan.FromDays(1) ? "HH:mm" : "MM-dd";
            var day = new DateTimeOffset(start.Date, start.Offset);
            var first = day + (span * Math.Ceiling((start - day) / span));
            return Until(Enumerable.Range(0, most + 1).Select(number => first + (number * span)), end, format);
        }

        foreach (var months in Months.Where(months => (end - start).TotalDays / (months * (DaysAYear / 12.0)) <= most))
        {
            var index = (int)Math.Ceiling(((start.Year * 12) + start.Month - 1 + (start.Day > 1 ? 1 : 0)) / (double)months) * months;
            return Until(
                Enumerable.Range(0, most + 1).Select(number => new DateTimeOffset((index + (number * months)) / 12, ((index + (number * months)) % 12) + 1, 1, 0, 0, 0, start.Offset)),
                end,
                months < 12 ? "yyyy-MM" : "yyyy");
        }

        return [(from, start.ToString("yyyy", CultureInfo.InvariantCulture)), (to, end.ToString("yyyy", CultureInfo.InvariantCulture))];
    }

    private static List<(DateTimeOffset At, string Text)> Until(IEnumerable<DateTimeOffset> times, DateTimeOffset end, string format) =>
        [.. times.TakeWhile(time => time <= end).Select(time => (time, time.ToString(format, CultureInfo.InvariantCulture)))];
}
