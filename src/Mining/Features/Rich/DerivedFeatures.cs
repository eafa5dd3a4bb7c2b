using static LiveQuality.Mining.Features.Rich.Numbers;

namespace LiveQuality.Mining.Features.Rich;

/// <summary>Columns worked out from one live alone: logarithms, rates, price, calendar.</summary>
internal static class DerivedFeatures
{
    private const double SecondsPerMinute = 60;

    private static readonly (string Name, bool Before, Func<LiveFigures, double> Read)[] Columns =
    [
        ("log_duration", true, live => Log(live.Duration)),
        ("log_amount", true, live => Log(live.Price)),
        ("log_seats_max", true, live => Log(live.SeatsMax)),
        ("log_seats_taken", false, live => Log(live.SeatsTaken)),
        ("log_review_count", false, live => Log(live.Reviews)),
        ("log_liked_num", false, live => Log(live.Liked)),
        ("log_speaker_message_count", false, live => Log(live.Messages)),
        ("log_reply_message_count", false, live => Log(live.Replies)),
        ("log_speaker_audio_message_count", false, live => Log(live.AudioMessages)),
        ("log_attachment_count", false, live => Log(live.Attachments)),
        ("seats_filled", false, live => Per(live.SeatsTaken, live.SeatsMax)),
        ("reviews_per_seat", false, live => Per(live.Reviews, live.SeatsTaken)),
        ("liked_per_seat", false, live => Per(live.Liked, live.SeatsTaken)),
        ("liked_per_review", false, live => Per(live.Liked, live.Reviews)),
        ("replies_per_seat", false, live => Per(live.Replies, live.SeatsTaken)),
        ("messages_per_minute", false, live => Per(live.Messages * SecondsPerMinute, live.Duration)),
        ("audio_share", false, live => Per(live.AudioMessages, live.Messages)),
        ("attachments_per_message", false, live => Per(live.Attachments, live.Messages)),
        ("log_revenue", false, live => Log(live.SeatsTaken * live.Price)),
        ("discount", true, live => 1 - Per(live.Price, live.OriginalPrice)),
        ("is_free", true, live => Flag(live.Price, live.Price == 0)),
        ("lead_days", true, LeadDays),
        ("log_lead_days", true, live => Log(LeadDays(live))),
        ("start_day", true, live => live.StartsAt / SecondsPerDay),
        ("created_day", true, live => live.CreatedAt / SecondsPerDay),
        ("start_weekday", true, live => Calendar(live, time => ((int)time.DayOfWeek + 6) % 7)),
        ("start_hour", true, live => Calendar(live, time => time.Hour)),
        ("start_month", true, live => Calendar(live, time => time.Month)),
        // A length or a limit that was lifted is unknown in the store's records, and a number without meaning in the study's table: both read the same here.
        ("open_ended", true, live => double.IsNaN(live.Duration) ? 1 : 0),
        ("seats_unlimited", true, live => double.IsNaN(live.SeatsMax) ? 1 : 0),
    ];

    // China has had one zone and no summer time since 1991.
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>The columns: money in yuan, times in days since 1970 (UTC), weekday 0..6 from Monday, hour 0..23 and month 1..12 in Shanghai; logarithms are ln(1 + x).</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Columns.Select(column => column.Name)];

    /// <summary>Those of them that are known before the live starts.</summary>
    public static IReadOnlyList<string> Before { get; } = [.. Columns.Where(column => column.Before).Select(column => column.Name)];

    /// <summary>Works out all columns of one live.</summary>
    /// <param name="live">The live.</param>
    /// <param name="to">Takes one number a column of <see cref="Names"/>; NaN where unknown.</param>
    public static void Write(LiveFigures live, Span<double> to)
    {
        for (var column = 0; column < Columns.Length; column++)
        {
            to[column] = Columns[column].Read(live);
        }
    }

    private static double LeadDays(LiveFigures live) => (live.StartsAt - live.CreatedAt) / SecondsPerDay;

    private static double Calendar(LiveFigures live, Func<DateTime, int> part)
    {
        var seconds = live.StartsAt + Shanghai.TotalSeconds;
        // A time beyond the calendar is as good as none.
        return Math.Abs(seconds) < (DateTime.MaxValue - DateTime.UnixEpoch).TotalSeconds && seconds > (DateTime.MinValue - DateTime.UnixEpoch).TotalSeconds
            ? part(DateTime.UnixEpoch.AddSeconds(Math.Floor(seconds)))
            : double.NaN;
    }
}
