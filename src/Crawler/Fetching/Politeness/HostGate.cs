namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>The gate of one host: one request at a time, each in its turn.</summary>
internal sealed class HostGate : IDisposable
{
    /// <summary>No answer is believed to ask for more than a day.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    private readonly GateSettings _settings;
    private readonly TimeProvider _time;
    private readonly HostLedger _ledger;
    private readonly HostPace _pace;
    private readonly HostRobots _robots;

    // Held from an entry to its end; only who holds it uses pace and robots.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _recalled;
    private DateTimeOffset? _paced;

    public HostGate(
        string id, GateSettings settings, IHostMemory memory, Func<Uri, CancellationToken, Task<RobotsAnswer>> askRobots, TimeProvider time)
    {
        (_settings, _time) = (settings, time);
        _ledger = new HostLedger(id, memory);
        _pace = new HostPace(settings, time);
        _robots = new HostRobots(settings, _ledger, new RobotsDownload(new Uri(id), TakeTurnAsync, EndTurnAsync, askRobots, time), time);
    }

    // On this machine requests go too fast to note each of them, unless the site itself asks for a pace.
    private bool RemembersRequests => _settings.KeepsEveryRequest || _robots.Delay > TimeSpan.Zero;

    public async Task<Withheld?> EnterAsync(Uri address, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        var entered = false;
        try
        {
            if (!_recalled)
            {
                await RecallAsync(cancellationToken);
            }

            var withheld = await _robots.CheckAsync(address, cancellationToken) ?? await TakeTurnAsync(cancellationToken);
            entered = withheld is null;
            return withheld;
        }
        finally
        {
            if (!entered)
            {
                _turn.Release();
            }
        }
    }

    public async Task LeaveAsync(GateExit exit)
    {
        try
        {
            await EndTurnAsync(exit);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task PauseAsync(DateTimeOffset until, string reason, CancellationToken cancellationToken)
    {
        _ledger.Change(host => host.Pause(until, reason));

        // Nothing may be known here yet, and what was kept must not be lost.
        await _ledger.MergeAsync(cancellationToken);
        await _ledger.SaveAsync(cancellationToken);
    }

    public void Dispose()
    {
        _turn.Dispose();
        _ledger.Dispose();
    }

    // Waits until a request may be sent, and counts it. What other processes did meanwhile holds here too.
    private async Task<Withheld?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (RemembersRequests)
            {
                await RecallAsync(cancellationToken);
            }

            var now = _time.GetUtcNow();
            var pause = _ledger.Host.PausedUntil - now ?? TimeSpan.Zero;
            var turn = _pace.Remaining(_robots.Delay);
            if (Refusal(now, pause, turn) is { } withheld)
            {
                return withheld;
            }

            var wait = pause > turn ? pause : turn;
            if (wait > TimeSpan.Zero)
            {
                // Timers count whole milliseconds and round down.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), _time, cancellationToken);
            }
            else if (await CountAsync(now, cancellationToken))
            {
                return null;
            }
        }
    }

    private Withheld? Refusal(DateTimeOffset now, TimeSpan pause, TimeSpan turn)
    {
        var host = _ledger.Host;
        if (host.RequestsOn(now) >= _settings.DailyRequests)
        {
            var midnight = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
            return new Withheld(
                WithheldReason.Budget, $"the {_settings.DailyRequests} requests that {host.Id} gets in a day are spent until {midnight:u}", midnight);
        }

        if (pause > _settings.LongestPause)
        {
            return new Withheld(WithheldReason.Pause, $"{host.Id} is left alone until {now + pause:u}: {host.PauseReason}", now + pause);
        }

        return turn > _settings.LongestTurn
            ? new Withheld(WithheldReason.Pause, $"robots.txt of {host.Id} asks for {_pace.Interval(_robots.Delay)} between two requests", now + turn)
            : null;
    }

    // Remembered before it is sent: who dies in between has asked once less than is counted, never once more.
    private async Task<bool> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        _ledger.Change(host => host.Count(now));
        if (RemembersRequests)
        {
            await _ledger.SaveAsync(cancellationToken);
            now = _time.GetUtcNow();
            _ledger.Change(host => host with { LastRequestAt = now });
        }

        // While that was written a pause may have come, or midnight: the request counts on the day on which it is sent.
        if (_ledger.Host.PausedUntil > now || _ledger.Host.RequestsOn(now) == 0)
        {
            return false;
        }

        _pace.Sent();
        _paced = now;
        return true;
    }

    private async Task EndTurnAsync(GateExit exit)
    {
        _pace.Answered(exit);
        _ledger.Change(host => host with { Delay = _pace.Learned });
        if (exit.RetryAfter is { } asked && asked > TimeSpan.Zero)
        {
            var until = _time.GetUtcNow() + (asked < LongestRetryAfter ? asked : LongestRetryAfter);
            _ledger.Change(host => host.Pause(until, $"it answered {exit.Status} with Retry-After {asked.TotalSeconds:0} s"));
        }
        else if (!RemembersRequests)
        {
            return;
        }

        await _ledger.SaveAsync(CancellationToken.None);
    }

    private async Task RecallAsync(CancellationToken cancellationToken)
    {
        await _ledger.MergeAsync(cancellationToken);
        var host = _ledger.Host;
        if (!_recalled)
        {
            _pace.Resume(host.Delay);
            _recalled = true;
        }

        if (host.LastRequestAt is { } last && !(last <= _paced))
        {
            _pace.SentElsewhere(_time.GetUtcNow() - last);
            _paced = last;
        }

        _robots.Refresh();
    }
}
