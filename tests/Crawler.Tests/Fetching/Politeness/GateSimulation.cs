using System.Text;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Politeness;

namespace LiveQuality.Crawler.Tests.Fetching.Politeness;

/// <summary>
/// One random schedule: several callers ask two hosts at random times, get random answers, cancel, are paused from outside, and the process is killed in
/// between and started again on what was kept. One thread, one clock, one seed.
/// </summary>
internal sealed class GateSimulation
{
    private const int LatestSave = 20;
    private static readonly Uri[] Sites = [new("https://a.example"), new("https://b.example:8443")];

    private readonly Random _random;
    private readonly HandClock _clock;
    private readonly FakeHosts _memory;
    private readonly GateSettings _settings;
    private readonly Func<GateSettings, GateSettings>? _weaken;
    private readonly bool _forgets;
    private readonly int[] _asking = new int[Sites.Length];
    private readonly bool[] _held = new bool[Sites.Length];
    private readonly TimeSpan[] _crawlDelays;
    private int _robotsAsked;
    private Pump _pump = new();
    private List<Task> _callers = [];

    /// <param name="seed">What decides everything.</param>
    /// <param name="weaken">Makes the gate's rules weaker than the law's, to see that the law is watched.</param>
    /// <param name="forgets">Loses the hosts with the process, to the same end.</param>
    public GateSimulation(int seed, Func<GateSettings, GateSettings>? weaken = null, bool forgets = false)
    {
        _random = new Random(seed);
        (_weaken, _forgets) = (weaken, forgets);
        _clock = new HandClock(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero) + Chosen(_random.Next(24 * 3600), 12 * 3600 - 20));
        _memory = new FakeHosts(_clock) { Takes = () => TimeSpan.FromMilliseconds(_random.Next(2) * _random.Next(LatestSave)) };
        _settings = new GateSettings(
            "LiveQuality", _random.Next(4) > 0, Seconds(1, 15), Seconds(15, 40), _random.Next(3) > 0 ? 1000 : _random.Next(2, 12), Seconds(0, 300), TimeSpan.FromMinutes(10), true);
        _crawlDelays = [.. Sites.Select(_ => Seconds(0, 3) * _random.Next(8))];
        Laws = [.. _crawlDelays.Select(delay => new HostLaw(_settings, delay, _clock, TimeSpan.FromMilliseconds(5 * LatestSave)))];
    }

    public IReadOnlyList<HostLaw> Laws { get; }

    /// <returns>What went wrong; null for nothing.</returns>
    public string? Run()
    {
        var before = SynchronizationContext.Current;
        try
        {
            for (var kills = _random.Next(3); kills >= 0; kills--)
            {
                _pump = new Pump();
                SynchronizationContext.SetSynchronizationContext(_pump);
                if (RunProcess(kills > 0 ? _clock.Elapsed + Seconds(0, 200) : TimeSpan.MaxValue) is { } wrong)
                {
                    return wrong;
                }

                Kill();
                _clock.RingNext(_clock.Elapsed + TimeSpan.FromMilliseconds(_random.Next(2) * _random.Next(20_000)));
            }

            return null;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private string? RunProcess(TimeSpan until)
    {
        // A killed process disposes of nothing.
        var gate = new PoliteGate(_weaken?.Invoke(_settings) ?? _settings, _memory, AskRobotsAsync, _clock);
        _callers = [.. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => CallAsync(gate)), PauseSometimesAsync(gate)];
        while (true)
        {
            _pump.RunPosted();
            if (Laws.Select(law => law.Broken).FirstOrDefault(broken => broken is not null) is { } broken)
            {
                return broken;
            }

            if (_callers.Find(caller => caller.IsFaulted) is { } faulted)
            {
                return faulted.Exception!.ToString();
            }

            if (_callers.TrueForAll(caller => caller.IsCompleted))
            {
                return null;
            }

            if (IsOnItsWay || !_clock.HasTimers)
            {
                if (!_pump.WaitForPosted(TimeSpan.FromSeconds(20)))
                {
                    return "somebody waits for ever";
                }
            }
            else if (!_clock.RingNext(until))
            {
                return null;
            }
        }
    }

    // Whoever waits at a host nobody holds stands behind one who waits for a timer, the memory or a robots.txt; else a turn is just being handed over.
    private bool IsOnItsWay =>
        Enumerable.Range(0, Sites.Length).Count(site => _asking[site] > 0 && !_held[site]) > _clock.Waiting + _memory.UnderWay + _robotsAsked;

    private void Kill()
    {
        _pump.Kill();
        _clock.Clear();
        Array.Clear(_asking);
        Array.Clear(_held);
        (_memory.UnderWay, _robotsAsked) = (0, 0);
        foreach (var law in Laws)
        {
            law.Killed();
        }

        if (_forgets)
        {
            _memory.Forget();
        }
    }

    private async Task CallAsync(PoliteGate gate)
    {
        for (var calls = _random.Next(1, 6); calls > 0; calls--)
        {
            await _clock.SleepAsync(_random.Next(20) == 0 ? Seconds(3600, 100_000) : Seconds(0, 8), CancellationToken.None);
            var site = _random.Next(Sites.Length);
            var address = new Uri(Sites[site], _random.Next(10) == 0 ? HostLaw.ForbiddenPath : "/lives");
            var cancelling = _random.Next(6) == 0 ? _clock.CancelAfter(Seconds(0, 30)) : new CancellationTokenSource();
            _asking[site]++;
            try
            {
                if (await gate.EnterAsync(address, cancelling.Token) is not null)
                {
                    continue;
                }
            }
            catch (OperationCanceledException) when (cancelling.IsCancellationRequested)
            {
                continue;
            }
            finally
            {
                _asking[site]--;
            }

            _held[site] = true;
            Laws[site].Send(address);
            var exit = await AnswerAsync(CancellationToken.None);
            Laws[site].End(exit);
            var paused = Laws[site].PausedUntil;
            await gate.LeaveAsync(address, exit);
            Laws[site].Kept();
            Laws[site].Kept(paused);
        }
    }

    private async Task PauseSometimesAsync(PoliteGate gate)
    {
        for (var pauses = _random.Next(3); pauses > 0; pauses--)
        {
            await _clock.SleepAsync(Seconds(0, 100), CancellationToken.None);
            var site = _random.Next(Sites.Length);
            var until = _clock.GetUtcNow() + Seconds(0, 400);
            var pausing = gate.PauseAsync(Sites[site], until, "a wall", CancellationToken.None);
            Laws[site].Pause(until);
            await pausing;
            Laws[site].Kept(until);
        }
    }

    private async Task<RobotsAnswer> AskRobotsAsync(Uri address, CancellationToken cancellationToken)
    {
        var site = Array.FindIndex(Sites, site => site.Authority == address.Authority);
        Laws[site].Send(address);
        var exit = default(GateExit);
        _robotsAsked++;
        try
        {
            exit = await AnswerAsync(cancellationToken);
        }
        finally
        {
            _robotsAsked--;
            Laws[site].End(exit);
        }

        var file = $"User-agent: *\nDisallow: {HostLaw.ForbiddenPath}\nCrawl-delay: {_crawlDelays[site].TotalSeconds:0.###}\n";
        return exit.Status == 302
            ? new RobotsAnswer(exit, default, new Uri(_random.Next(2) == 0 ? "/elsewhere" : "https://c.example/", UriKind.RelativeOrAbsolute))
            : new RobotsAnswer(exit, Encoding.UTF8.GetBytes(file));
    }

    private async Task<GateExit> AnswerAsync(CancellationToken cancellationToken)
    {
        var latency = Chosen(_random.Next(60), _random.Next(2), _random.Next(2)) * .7;
        await _clock.SleepAsync(latency, cancellationToken);
        var status = new int?[] { 200, 200, 200, 200, 200, 302, 403, 429, 503, null }[_random.Next(10)];
        var retryAfter = status is 429 or 503 && _random.Next(2) == 0 ? Chosen(0, _random.Next(120), _random.Next(5_000), 200_000) : (TimeSpan?)null;
        return status is null ? default : new GateExit(status, latency, retryAfter);
    }

    private TimeSpan Seconds(int least, int most) => TimeSpan.FromMilliseconds(_random.Next(least * 1000, (most * 1000) + 1));

    private TimeSpan Chosen(params ReadOnlySpan<int> seconds) => TimeSpan.FromSeconds(seconds[_random.Next(seconds.Length)]);
}
