namespace LiveQuality.Crawler.Tests.Fetching.Politeness;

/// <summary>A clock that goes only where it is moved, and only from one due timer to the next.</summary>
internal sealed class HandClock(DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<HandTimer, (long Due, long Order)> _queue = new();
    private readonly HashSet<HandTimer> _watched = [];
    private bool _unwatched;
    private long _order;
    private long _ticks;

    /// <summary>By how much the wall clock was set; the time between two moments is not changed by that.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>Timers that wait, without those of the two methods below.</summary>
    public int Waiting => _watched.Count;

    public TimeSpan Elapsed => TimeSpan.FromTicks(_ticks);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public override DateTimeOffset GetUtcNow() => start.AddTicks(_ticks) + Skew;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        if (!_unwatched)
        {
            _watched.Add(timer);
        }

        _queue.Enqueue(timer, (_ticks + dueTime.Ticks, _order++));
        return timer;
    }

    public Task SleepAsync(TimeSpan time, CancellationToken cancellationToken) => Unwatched(() => Task.Delay(time, this, cancellationToken));

    /// <summary>Cancels on the thread that moves the clock.</summary>
    public CancellationTokenSource CancelAfter(TimeSpan time) => Unwatched(() => new CancellationTokenSource(time, this));

    /// <summary>Goes to the next timer that is due by a moment, and rings it.</summary>
    /// <returns>Whether there was one; if not, the clock stands at that moment.</returns>
    public bool RingNext(TimeSpan until)
    {
        while (_queue.TryPeek(out var timer, out var place) && place.Due <= until.Ticks)
        {
            _queue.Dequeue();
            if (!timer.IsDead)
            {
                _ticks = Math.Max(_ticks, place.Due);
                timer.Dispose();
                timer.Ring();
                return true;
            }
        }

        _ticks = Math.Max(_ticks, until.Ticks);
        return false;
    }

    /// <summary>Whether any timer waits.</summary>
    public bool HasTimers => _queue.UnorderedItems.Any(item => !item.Element.IsDead);

    /// <summary>Forgets all timers, as a killed process does.</summary>
    public void Clear()
    {
        _queue.Clear();
        _watched.Clear();
    }

    private T Unwatched<T>(Func<T> start)
    {
        _unwatched = true;
        try
        {
            return start();
        }
        finally
        {
            _unwatched = false;
        }
    }

    private sealed class HandTimer(HandClock clock, Action ring) : ITimer
    {
        public bool IsDead { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("Task.Delay does not change its timer.");

        public void Dispose()
        {
            IsDead = true;
            clock._watched.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
