using System.Text;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Politeness;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Politeness;

/// <summary>A gate, its clock and its memory; what a script awaits takes no time but the clock's.</summary>
internal sealed class GateRoom
{
    public static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public GateRoom()
    {
        Clock = new HandClock(Start);
        Hosts = new FakeHosts(Clock);
    }

    public HandClock Clock { get; }

    public FakeHosts Hosts { get; }

    public PolitenessOptions Politeness { get; } = new();

    public FetchOptions Fetching { get; } = new();

    public bool Loopback { get; init; }

    /// <summary>Answers to requests for robots.txt, one after another; the last one stays. By default there is no such file.</summary>
    public List<RobotsAnswer> Robots { get; } = [new(new GateExit(404, TimeSpan.Zero, null))];

    /// <summary>What was asked for on the way to robots.txt, and when after the start.</summary>
    public List<(Uri Address, TimeSpan At)> RobotsAsked { get; } = [];

    public static RobotsAnswer File(string text) => new(new GateExit(200, TimeSpan.Zero, null), Encoding.UTF8.GetBytes(text));

    public static RobotsAnswer Status(int? status, string? location = null) =>
        new(new GateExit(status, TimeSpan.Zero, null), default, location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute));

    public void Says(params RobotsAnswer[] answers)
    {
        Robots.Clear();
        Robots.AddRange(answers);
    }

    /// <summary>A gate as a new process has it.</summary>
    public PoliteGate NewGate() => new(
        Loopback ? GateSettings.ForLoopback(Politeness, Fetching) : GateSettings.ForRealSite(Politeness, Fetching),
        Hosts,
        (address, _) =>
        {
            RobotsAsked.Add((address, Clock.Elapsed));
            var answer = Robots[0];
            if (Robots.Count > 1)
            {
                Robots.RemoveAt(0);
            }

            return Task.FromResult(answer);
        },
        Clock);

    public Task Sleep(TimeSpan time) => Clock.SleepAsync(time, CancellationToken.None);

    /// <summary>Enters and leaves at once, or after the latency of the exit.</summary>
    /// <returns>When the request went out after the start, or why it did not.</returns>
    public async Task<(TimeSpan At, Withheld? Withheld)> AskAsync(PoliteGate gate, Uri address, GateExit? exit = null)
    {
        var withheld = await gate.EnterAsync(address, CancellationToken.None);
        var at = Clock.Elapsed;
        if (withheld is null)
        {
            await Sleep(exit?.Latency ?? TimeSpan.Zero);
            await gate.LeaveAsync(address, exit ?? new GateExit(200, TimeSpan.Zero, null));
        }

        return (at, withheld);
    }

    /// <summary>Runs a script to its end, moving the clock whenever everybody waits.</summary>
    public void Run(Func<Task> script)
    {
        var before = SynchronizationContext.Current;
        var pump = new Pump();
        SynchronizationContext.SetSynchronizationContext(pump);
        try
        {
            var running = script();
            while (!running.IsCompleted)
            {
                // A semaphore hands its turn over by way of the thread pool: a moment of real time before the clock moves.
                if (pump.WaitForPosted(TimeSpan.FromMilliseconds(5)))
                {
                    pump.RunPosted();
                }
                else if (!Clock.HasTimers || !Clock.RingNext(TimeSpan.FromDays(400)))
                {
                    Assert.True(pump.WaitForPosted(TimeSpan.FromSeconds(20)), "the script waits for ever");
                }
            }

            running.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }
}
