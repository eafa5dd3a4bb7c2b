namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>
/// The time between two requests to one host. It is measured by a clock that nobody sets, from when the last request was sent. The part that latency
/// leads to works as Scrapy's AutoThrottle for one connection: a host that takes long to answer is asked less often. Used by one caller at a time.
/// </summary>
internal sealed class HostPace(GateSettings settings, TimeProvider time)
{
    private TimeSpan _learned = settings.MinimumInterval;
    private long? _sent;

    /// <summary>What latency has led to, above the settings; null where they decide.</summary>
    public TimeSpan? Learned => _learned > settings.MinimumInterval ? _learned : null;

    /// <summary>The time between two requests now.</summary>
    /// <param name="asked">What robots.txt asks for.</param>
    public TimeSpan Interval(TimeSpan? asked) => asked > _learned ? asked.Value : _learned;

    /// <summary>How long the next request has to wait; zero or less when it need not.</summary>
    /// <param name="asked">What robots.txt asks for.</param>
    public TimeSpan Remaining(TimeSpan? asked) => _sent is { } sent ? Interval(asked) - time.GetElapsedTime(sent) : TimeSpan.Zero;

    /// <summary>Takes over what another process had learned.</summary>
    public void Resume(TimeSpan? learned) => _learned = Bounded(learned ?? TimeSpan.Zero);

    /// <summary>Notes a request that goes out now.</summary>
    public void Sent() => _sent = time.GetTimestamp();

    /// <summary>Notes a request that another process sent.</summary>
    /// <param name="ago">How long ago by the wall clock; a negative time, by a clock that was set back, counts as now.</param>
    public void SentElsewhere(TimeSpan ago)
    {
        var since = Math.Clamp(ago.TotalSeconds, 0, RequestDelay.Longest.TotalSeconds);
        var sent = time.GetTimestamp() - (long)(since * time.TimestampFrequency);
        _sent = Math.Max(_sent ?? long.MinValue, sent);
    }

    /// <summary>Learns from an answer. An error is often fast and says nothing good about the host: it may only make the pace slower.</summary>
    public void Answered(GateExit exit)
    {
        if (exit.Latency is not { } latency)
        {
            return;
        }

        // A target above the delay is taken at once, one below it is approached by halves.
        var next = Bounded(latency > _learned ? latency : (_learned + latency) / 2);
        if (next > _learned || exit.Status is (>= 200 and < 300) or 304)
        {
            _learned = next;
        }
    }

    private TimeSpan Bounded(TimeSpan delay) =>
        delay < settings.MinimumInterval ? settings.MinimumInterval : delay > settings.LongestDelay ? settings.LongestDelay : delay;
}
