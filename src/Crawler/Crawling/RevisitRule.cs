using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Crawling;

/// <summary>When a live is worth another look: when about a twentieth more reviews than it has, and at least one, can be expected.</summary>
/// <param name="shortest">Never sooner.</param>
/// <param name="longest">Never later.</param>
internal sealed class RevisitRule(TimeSpan shortest, TimeSpan longest)
{
    private const double WorthwhileGrowth = 0.05;

    // Most reviews come right after the live.
    private static readonly TimeSpan AfterTheEnd = TimeSpan.FromDays(1);

    /// <summary>The first interval, from what its reviews so far say of their rate.</summary>
    public TimeSpan First(Live live, DateTimeOffset now)
    {
        var start = live.StartsAt ?? live.CreatedAt ?? now;
        return start > now
            ? Bounded(start - now + TimeSpan.FromSeconds(live.DurationSeconds ?? 0) + AfterTheEnd)
            : Interval(live.ReviewCount ?? 0, live.ReviewCount ?? 0, now - start);
    }

    /// <summary>The next interval, from what has come since the last visit; twice the last one where nothing has.</summary>
    public TimeSpan Next(TimeSpan last, long? before, long? now, TimeSpan elapsed) =>
        now > before ? Interval(now.Value, now.Value - before.Value, elapsed) : Bounded(last * 2);

    private TimeSpan Interval(long count, long grown, TimeSpan elapsed) =>
        grown <= 0 ? longest : Bounded(TimeSpan.FromDays(Math.Min(longest.TotalDays, elapsed.TotalDays * Math.Max(1, count * WorthwhileGrowth) / grown)));

    private TimeSpan Bounded(TimeSpan interval) => interval < shortest ? shortest : interval > longest ? longest : interval;
}
