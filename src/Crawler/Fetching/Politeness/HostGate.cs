using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>The gate of one host: one request at a time, each in its turn.</summary>
internal sealed class HostGate : IDisposable
{
    /// <summary>No answer is believed to ask for more than a day.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    private readonly GateSettings _settings;
    private readonly IHostMemory _memory;
    private readonly TimeProvider _time;
    private readonly HostPace _pace;
    private readonly RobotsDownload _download;

    // Held from an entry to its end; whoever holds it alone changes pace and robots.
    private readonly SemaphoreSlim _turn = new(1, 1);

    // A pause may come from outside at any moment: every change of the record is made under this lock, every save in order.
    private readonly Lock _change = new();
    private readonly SemaphoreSlim _saving = new(1, 1);
    private volatile Host _host;
    private bool _recalled;
    private DateTimeOffset? _paced;
    private RobotsCopy _robots;

    public HostGate(
        string id, GateSettings settings, IHostMemory memory, Func<Uri, CancellationToken, Task<RobotsAnswer>> askRobots, TimeProvider time)
    {
        (_settings, _memory, _time) = (settings, memory, time);
        _host = new Host { Id = id };
        _robots = new RobotsCopy(_host, settings.Product);
        _pace = new HostPace(settings, time);
        _download = new RobotsDownload(new Uri(id), TakeTurnAsync, EndTurnAsync, askRobots, time);
    }

    // On this machine requests go too fast to note each of them, unless the site itself asks for a pace.
    private bool RemembersRequests => _settings.KeepsEveryRequest || _robots.Delay > TimeSpan.Zero;

    public async Task<Withheld?> EnterAsync(Uri address, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        var entered = false;
        try
        {
            var withheld = await AskRobotsAsync(address, cancellationToken) ?? await TakeTurnAsync(cancellationToken);
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
        Change(host => host.Pause(until, reason));
        await MergeAsync(cancellationToken);
        await SaveAsync(cancellationToken);
    }

    public void Dispose()
    {
        _turn.Dispose();
        _saving.Dispose();
    }

    // Waits until a request may be sent, and counts it.
    private async Task<Withheld?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await RecallAsync(cancellationToken);
            var now = _time.GetUtcNow();
            if (Refusal(now) is { } withheld)
            {
                return withheld;
            }

            var pause = _host.PausedUntil - now ?? TimeSpan.Zero;
            var turn = _pace.Remaining(_robots.Delay);
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

    private Withheld? Refusal(DateTimeOffset now)
    {
        var host = _host;
        if (host.RequestsOn(now) >= _settings.DailyRequests)
        {
            var midnight = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
            return new Withheld(WithheldReason.Budget, $"the {_settings.DailyRequests} requests that {host.Id} gets in a day are spent until {midnight:u}", midnight);
        }

        if (host.PausedUntil - now > _settings.LongestPause)
        {
            return new Withheld(WithheldReason.Pause, $"{host.Id} is left alone until {host.PausedUntil:u}: {host.PauseReason}", host.PausedUntil);
        }

        var turn = _pace.Remaining(_robots.Delay);
        return turn > _settings.LongestTurn
            ? new Withheld(WithheldReason.Pause, $"robots.txt of {host.Id} asks for {_pace.Interval(_robots.Delay)} between two requests", now + turn)
            : null;
    }

    // Remembered before it is sent: a process that dies in between has asked once too few, never once too often.
    private async Task<bool> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        Change(host => host.Count(now));
        if (RemembersRequests)
        {
            await SaveAsync(cancellationToken);
            now = _time.GetUtcNow();
            Change(host => host with { LastRequestAt = now });
        }

        // A pause may have come while that was written.
        if (_host.PausedUntil > now)
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
        Change(host => host with { Delay = _pace.Learned });
        if (exit.RetryAfter is { } asked && asked > TimeSpan.Zero)
        {
            var until = _time.GetUtcNow() + (asked < LongestRetryAfter ? asked : LongestRetryAfter);
            Change(host => host.Pause(until, $"it answered {exit.Status} with Retry-After {asked.TotalSeconds:0} s"));
        }
        else if (!RemembersRequests)
        {
            return;
        }

        await SaveAsync(CancellationToken.None);
    }

    private async Task<Withheld?> AskRobotsAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!_settings.ObeyRobots)
        {
            return null;
        }

        if (!_recalled)
        {
            await RecallAsync(cancellationToken);
        }

        if (!_robots.IsFresh(_time.GetUtcNow()))
        {
            var (withheld, answer) = await _download.ReadAsync(cancellationToken);
            if (withheld is not null)
            {
                return withheld;
            }

            await LearnRobotsAsync(answer, cancellationToken);
        }

        return _robots.Judge(address);
    }

    private async Task LearnRobotsAsync(RobotsAnswer answer, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var status = answer.Exit.Status;
        var isAnswered = status is (>= 200 and < 300) or (>= 400 and < 500 and not 429);
        if (!isAnswered && _robots.TryProlong(now))
        {
            return;
        }

        var text = status is >= 200 and < 300 ? RobotsTxt.Decode(answer.Body.Span) : null;
        Change(host => host with { RobotsFetchedAt = now, RobotsStatus = status, RobotsText = text });
        _robots = new RobotsCopy(_host, _settings.Product);
        await SaveAsync(cancellationToken);
    }

    // Read again each time: several processes may ask one host, and what one of them was told holds for all.
    private async Task RecallAsync(CancellationToken cancellationToken)
    {
        if (_recalled && !RemembersRequests)
        {
            return;
        }

        var kept = await MergeAsync(cancellationToken);
        if (!_recalled)
        {
            _pace.Resume(kept?.Delay);
            _recalled = true;
        }

        if (_host.LastRequestAt is { } last && !(last <= _paced))
        {
            _pace.SentElsewhere(_time.GetUtcNow() - last);
            _paced = last;
        }

        if (_host.RobotsFetchedAt != _robots.FetchedAt)
        {
            _robots = new RobotsCopy(_host, _settings.Product);
        }
    }

    private async Task<Host?> MergeAsync(CancellationToken cancellationToken)
    {
        var kept = await _memory.FindAsync(_host.Id, cancellationToken);
        if (kept is not null)
        {
            Change(host => host.Merge(kept));
        }

        return kept;
    }

    private void Change(Func<Host, Host> change)
    {
        lock (_change)
        {
            _host = change(_host);
        }
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await _saving.WaitAsync(cancellationToken);
        try
        {
            await _memory.SaveAsync(_host, cancellationToken);
        }
        finally
        {
            _saving.Release();
        }
    }
}
