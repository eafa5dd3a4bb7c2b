using Microsoft.Extensions.Time.Testing;

namespace LiveQuality.Worker.Tests.Http.Reading;

/// <summary>A clock that stands still until a test moves it, and knows what it was asked to wait for.</summary>
internal sealed class PauseClock : FakeTimeProvider
{
    private readonly List<TimeSpan> _pauses = [];

    public PauseClock()
        : base(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Every pause that was begun.</summary>
    public IReadOnlyList<TimeSpan> Pauses
    {
        get
        {
            lock (_pauses)
            {
                return [.. _pauses];
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_pauses)
        {
            _pauses.Add(dueTime);
        }

        return timer;
    }
}
