using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>What a host's record says about pauses and budget, and how two records of the same host become one.</summary>
internal static class HostAccount
{
    /// <summary>The day's requests so far.</summary>
    public static int RequestsOn(this Host host, DateTimeOffset now) => host.Day == Day(now) ? host.RequestsToday : 0;

    /// <summary>Counts a request that goes out now.</summary>
    public static Host Count(this Host host, DateTimeOffset now) =>
        host with { Day = Day(now), RequestsToday = host.RequestsOn(now) + 1, LastRequestAt = now };

    /// <summary>Pauses the host; never shorter than it is already.</summary>
    public static Host Pause(this Host host, DateTimeOffset until, string reason) =>
        until > (host.PausedUntil ?? DateTimeOffset.MinValue) ? host with { PausedUntil = until, PauseReason = reason } : host;

    /// <summary>Adds what other processes have written since: of everything the stricter.</summary>
    public static Host Merge(this Host host, Host kept)
    {
        var merged = (kept.PausedUntil is { } until ? host.Pause(until, kept.PauseReason ?? string.Empty) : host) with { Delay = host.Delay ?? kept.Delay };
        if (kept.RobotsFetchedAt > (host.RobotsFetchedAt ?? DateTimeOffset.MinValue))
        {
            merged = merged with { RobotsFetchedAt = kept.RobotsFetchedAt, RobotsStatus = kept.RobotsStatus, RobotsText = kept.RobotsText };
        }

        if (kept.Day > (host.Day ?? DateOnly.MinValue) || (kept.Day == host.Day && kept.RequestsToday > host.RequestsToday))
        {
            merged = merged with { Day = kept.Day, RequestsToday = kept.RequestsToday };
        }

        return kept.LastRequestAt > (host.LastRequestAt ?? DateTimeOffset.MinValue) ? merged with { LastRequestAt = kept.LastRequestAt } : merged;
    }

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
