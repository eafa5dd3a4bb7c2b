using System.Collections.Concurrent;

namespace LiveQuality.Crawler.Tests.Fetching.Politeness;

/// <summary>Runs all that one process awaits on the test's thread, in order; a killed process's rest never runs.</summary>
internal sealed class Pump : SynchronizationContext
{
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _posted = new();
    private volatile bool _dead;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!_dead)
        {
            _posted.Enqueue((d, state));
        }
    }

    public void RunPosted()
    {
        while (!_dead && _posted.TryDequeue(out var posted))
        {
            posted.Callback(posted.State);
        }
    }

    /// <summary>Waits for what comes back from the thread pool, by way of which a semaphore lets the next one in.</summary>
    public bool WaitForPosted(TimeSpan limit) => SpinWait.SpinUntil(() => !_posted.IsEmpty, limit);

    public void Kill() => _dead = true;
}
