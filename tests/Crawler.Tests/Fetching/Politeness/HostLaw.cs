using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Politeness;

namespace LiveQuality.Crawler.Tests.Fetching.Politeness;

/// <summary>What a host may be asked, written down a second time from the words, and by nothing that the gate is made of.</summary>
/// <param name="settings">The rules.</param>
/// <param name="crawlDelay">What the host's robots.txt asks for.</param>
/// <param name="clock">The time.</param>
/// <param name="latestSave">How late a process that dies may have written down when it asked last.</param>
internal sealed class HostLaw(GateSettings settings, TimeSpan crawlDelay, HandClock clock, TimeSpan latestSave)
{
    public const string ForbiddenPath = "/private";

    private readonly Dictionary<DateOnly, int> _perDay = [];
    private TimeSpan? _sentAt;
    private TimeSpan? _robotsAskedAt;
    private bool _sentByTheDead;
    private bool _isRobots;
    private bool _underWay;
    private TimeSpan _learned;
    private TimeSpan _asked;
    private bool _forbids;

    // The least since all was written down: a process that dies may have kept any of the states after that.
    private TimeSpan _leastLearned;
    private TimeSpan _leastAsked;
    private bool _leastForbids;
    private DateTimeOffset _pausedUntilAndKept;

    public string? Broken { get; private set; }

    public int Sent { get; private set; }

    public DateTimeOffset PausedUntil { get; private set; }

    public void Send(Uri address)
    {
        var now = clock.GetUtcNow();
        var robots = address.AbsolutePath != "/lives" && address.AbsolutePath != ForbiddenPath;
        if (robots)
        {
            _robotsAskedAt = clock.Elapsed;
        }
        else if (settings.ObeyRobots)
        {
            Demand(clock.Elapsed - _robotsAskedAt < TimeSpan.FromHours(24.5), "a page without a robots.txt of the day");
            Demand(!_forbids || address.AbsolutePath != ForbiddenPath, "a page that robots.txt forbids");
        }

        Demand(!_underWay, "two requests at once");
        Demand(now >= PausedUntil, $"a request {PausedUntil - now} before the end of a pause");
        if (_sentAt is { } sent)
        {
            var least = Longest(Longest(settings.MinimumInterval, _asked), _learned) - (_sentByTheDead ? latestSave : TimeSpan.Zero);
            Demand(clock.Elapsed - sent >= least, $"{clock.Elapsed - sent} between two requests instead of {least}");
        }

        var day = DateOnly.FromDateTime(now.UtcDateTime);
        _perDay[day] = _perDay.GetValueOrDefault(day) + 1;
        Demand(_perDay[day] <= settings.DailyRequests, $"request {_perDay[day]} of {settings.DailyRequests} in a day");
        (_sentAt, _sentByTheDead, _isRobots, _underWay) = (clock.Elapsed, false, robots, true);
        Sent++;
    }

    /// <summary>The request is over, whatever came of it.</summary>
    public void End(GateExit exit)
    {
        _underWay = false;
        if (exit.Latency is { } latency)
        {
            var target = latency < settings.LongestDelay ? latency : settings.LongestDelay;
            _learned = exit.Status is 200 ? target : Longest(_learned, target);
        }

        if (_isRobots)
        {
            // Without a file there is nothing to keep to; a file that cannot be had now may have been had before.
            (_asked, _forbids) = exit.Status is 200 ? (crawlDelay, true) : exit.Status is 403 ? (TimeSpan.Zero, false) : (_asked, _forbids);
        }

        (_leastLearned, _leastAsked, _leastForbids) = (Shortest(_leastLearned, _learned), Shortest(_leastAsked, _asked), _leastForbids && _forbids);
        if (exit.RetryAfter is { } asked)
        {
            Pause(clock.GetUtcNow() + (asked < TimeSpan.FromDays(1) ? asked : TimeSpan.FromDays(1)));
        }
    }

    public void Pause(DateTimeOffset until) => PausedUntil = until > PausedUntil ? until : PausedUntil;

    /// <summary>What the host's last answer led to has been written down.</summary>
    public void Kept() => (_leastLearned, _leastAsked, _leastForbids) = (_learned, _asked, _forbids);

    /// <summary>A pause has been written down.</summary>
    public void Kept(DateTimeOffset until) => _pausedUntilAndKept = until > _pausedUntilAndKept ? until : _pausedUntilAndKept;

    /// <summary>The process died: its request with it, and what it had not written down.</summary>
    public void Killed()
    {
        _underWay = false;
        _sentByTheDead = true;
        _learned = _leastLearned;
        (_asked, _forbids) = (_leastAsked, _leastForbids);
        PausedUntil = _pausedUntilAndKept;
    }

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void Demand(bool holds, string broken) => Broken ??= holds ? null : $"{broken} at {clock.Elapsed}";
}
