using System.Diagnostics;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Politeness;
using LiveQuality.Crawler.Records;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Politeness;

public sealed class PoliteGateTests
{
    private const string Id = "https://a.example";
    private static readonly Uri Lives = new(Id + "/lives");
    private static readonly TimeSpan Interval = new PolitenessOptions().MinimumInterval;
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void Enter_OneAfterAnother_KeepsTheIntervalFromRobotsTxtOn()
    {
        var room = new GateRoom();
        room.Run(async () =>
        {
            var gate = room.NewGate();

            Assert.Equal(Interval, (await room.AskAsync(gate, Lives)).At);
            Assert.Equal(2 * Interval, (await room.AskAsync(gate, Lives)).At);
            Assert.Equal((new Uri(Id + "/robots.txt"), TimeSpan.Zero), Assert.Single(room.RobotsAsked));
        });
    }

    [Fact]
    public void Enter_WhileAnotherRequestIsUnderWay_WaitsForItsEndAndLetsOtherHostsPass()
    {
        var room = new GateRoom { Politeness = { ObeyRobots = false, LongestDelay = Interval } };
        room.Run(async () =>
        {
            var gate = room.NewGate();
            var first = room.AskAsync(gate, Lives, new GateExit(200, TimeSpan.FromSeconds(25), null));
            var second = room.AskAsync(gate, Lives);
            var elsewhere = room.AskAsync(gate, new Uri("https://b.example/lives"));

            Assert.Equal(TimeSpan.Zero, (await first).At);
            Assert.Equal(TimeSpan.FromSeconds(25), (await second).At);
            Assert.Equal(TimeSpan.Zero, (await elsewhere).At);
        });
    }

    [Theory]
    [InlineData("Crawl-delay: 30", 30)]
    [InlineData("Crawl-delay: 3", 10)]
    [InlineData("Request-rate: 1/1m", 60)]
    public void Enter_ADelayInRobotsTxt_IsKeptWhereItIsTheLonger(string line, int seconds)
    {
        var room = new GateRoom();
        room.Says(GateRoom.File($"User-agent: *\n{line}\n"));
        room.Run(async () => Assert.Equal(TimeSpan.FromSeconds(seconds), (await room.AskAsync(room.NewGate(), Lives)).At));
    }

    [Fact]
    public void Enter_ADelayThatNobodyWaitsFor_IsWithheldUntilItIsOver()
    {
        var room = new GateRoom();
        room.Says(GateRoom.File("User-agent: *\nCrawl-delay: 7200\n"));
        room.Run(async () =>
        {
            var withheld = (await room.AskAsync(room.NewGate(), Lives)).Withheld;

            Assert.Equal(new Withheld(WithheldReason.Pause, $"robots.txt of {Id} asks for 02:00:00 between two requests", GateRoom.Start.AddHours(2)), withheld);
        });
    }

    [Fact]
    public void Enter_ASlowHost_IsAskedLessOftenAndAFastErrorDoesNotChangeThat()
    {
        var room = new GateRoom { Politeness = { ObeyRobots = false } };
        room.Run(async () =>
        {
            var gate = room.NewGate();
            var slow = (await room.AskAsync(gate, Lives, new GateExit(200, TimeSpan.FromSeconds(40), null))).At;
            var error = (await room.AskAsync(gate, Lives, new GateExit(503, Millisecond, null))).At;
            var none = (await room.AskAsync(gate, Lives, default(GateExit))).At;
            var fast = (await room.AskAsync(gate, Lives, new GateExit(200, TimeSpan.Zero, null))).At;
            var later = (await room.AskAsync(gate, Lives, new GateExit(200, TimeSpan.FromHours(1), null))).At;
            var longest = (await room.AskAsync(room.NewGate(), Lives)).At;

            Assert.Equal([40, 40, 40, 20], new[] { error - slow, none - error, fast - none, later - fast }.Select(gap => gap.TotalSeconds));
            Assert.Equal(later + TimeSpan.FromHours(1), longest);
            Assert.Equal(room.Politeness.LongestDelay / 2, room.Hosts[Id]!.Delay);
        });
    }

    [Theory]
    [InlineData(120, 120)]
    [InlineData(300, 300)]
    public void Enter_AShortRetryAfter_IsWaitedForByEverybody(int seconds, int waited)
    {
        var room = new GateRoom { Politeness = { ObeyRobots = false } };
        room.Run(async () =>
        {
            var gate = room.NewGate();
            await room.AskAsync(gate, Lives, new GateExit(429, TimeSpan.Zero, TimeSpan.FromSeconds(seconds)));

            Assert.Equal(TimeSpan.FromSeconds(waited), (await room.AskAsync(gate, new Uri(Id + "/other"))).At);
        });
    }

    [Fact]
    public void Enter_ALongRetryAfter_IsWithheldAlsoInTheNextProcess()
    {
        var room = new GateRoom { Politeness = { ObeyRobots = false } };
        room.Run(async () =>
        {
            await room.AskAsync(room.NewGate(), Lives, new GateExit(503, TimeSpan.Zero, TimeSpan.FromDays(3)));
            var expected = new Withheld(
                WithheldReason.Pause,
                $"{Id} is left alone until 2026-11-26 12:00:00Z: it answered 503 with Retry-After 259200 s",
                GateRoom.Start + TimeSpan.FromDays(1));

            Assert.Equal(expected, (await room.AskAsync(room.NewGate(), Lives)).Withheld);
            await room.Sleep(TimeSpan.FromDays(1));
            Assert.Null((await room.AskAsync(room.NewGate(), Lives)).Withheld);
        });
    }

    [Fact]
    public void Pause_FromOutside_HoldsForThoseWhoWaitAlreadyAndIsNeverMadeShorter()
    {
        var room = new GateRoom { Politeness = { ObeyRobots = false } };
        room.Run(async () =>
        {
            var gate = room.NewGate();
            await room.AskAsync(gate, Lives);
            var waiting = room.AskAsync(gate, Lives);
            await gate.PauseAsync(Lives, GateRoom.Start.AddHours(6), "a captcha wall", CancellationToken.None);
            await gate.PauseAsync(Lives, GateRoom.Start.AddHours(1), "something less", CancellationToken.None);

            var withheld = (await waiting).Withheld;

            Assert.Equal((WithheldReason.Pause, GateRoom.Start.AddHours(6)), (withheld?.Reason, withheld?.Until));
            Assert.Contains("a captcha wall", withheld?.Detail, StringComparison.Ordinal);
            Assert.Equal(withheld, (await room.AskAsync(room.NewGate(), Lives)).Withheld);
        });
    }

    [Fact]
    public void Pause_AsTheFirstThingOfAProcess_LosesNothingThatWasKept()
    {
        var room = new GateRoom();
        var kept = new Host
        {
            Id = Id,
            Delay = TimeSpan.FromSeconds(20),
            Day = new DateOnly(2026, 11, 25),
            RequestsToday = 7,
            LastRequestAt = GateRoom.Start,
            RobotsFetchedAt = GateRoom.Start,
            RobotsStatus = 200,
            RobotsText = "User-agent: *",
        };
        room.Hosts.Put(kept);
        room.Run(async () =>
        {
            await room.NewGate().PauseAsync(Lives, GateRoom.Start.AddMinutes(1), "a wall", CancellationToken.None);

            Assert.Equal(kept with { PausedUntil = GateRoom.Start.AddMinutes(1), PauseReason = "a wall" }, room.Hosts[Id]);
        });
    }

    [Fact]
    public void Enter_ASpentBudget_IsWithheldUntilMidnightInEveryProcess()
    {
        var room = new GateRoom { Politeness = { DailyRequests = 3 } };
        room.Run(async () =>
        {
            var gate = room.NewGate();
            await room.AskAsync(gate, Lives);
            Assert.Null((await room.AskAsync(gate, Lives)).Withheld);
            var midnight = new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);
            var expected = new Withheld(WithheldReason.Budget, $"the 3 requests that {Id} gets in a day are spent until 2026-11-26 00:00:00Z", midnight);

            Assert.Equal(expected, (await room.AskAsync(gate, Lives)).Withheld);
            Assert.Equal(expected, (await room.AskAsync(room.NewGate(), Lives)).Withheld);
            await room.Sleep(TimeSpan.FromHours(12));
            Assert.Null((await room.AskAsync(gate, Lives)).Withheld);
        });
    }

    [Theory]
    [InlineData(-4, 6)]
    [InlineData(-3600, 0)]
    [InlineData(0, 10)]
    [InlineData(86400, 10)] // the clock was set back
    public void Enter_InANewProcess_KeepsTheIntervalAfterTheOldOne(int lastRequest, int waited)
    {
        var room = new GateRoom { Politeness = { ObeyRobots = false } };
        room.Hosts.Put(new Host { Id = Id, LastRequestAt = GateRoom.Start.AddSeconds(lastRequest) });
        room.Run(async () => Assert.Equal(TimeSpan.FromSeconds(waited), (await room.AskAsync(room.NewGate(), Lives)).At));
    }

    [Fact]
    public void Enter_WhenTheClockIsSetBack_WaitsNoLongerThanTheInterval()
    {
        var room = new GateRoom { Politeness = { ObeyRobots = false } };
        room.Run(async () =>
        {
            var gate = room.NewGate();
            await room.AskAsync(gate, Lives);
            room.Clock.Skew = TimeSpan.FromHours(-5);

            Assert.Equal(Interval, (await room.AskAsync(gate, Lives)).At);
        });
    }

    [Fact]
    public void Enter_InTwoProcessesAtOnce_SharesPaceAndPauses()
    {
        var room = new GateRoom { Politeness = { ObeyRobots = false } };
        room.Run(async () =>
        {
            var (one, other) = (room.NewGate(), room.NewGate());
            await room.AskAsync(one, Lives);
            Assert.Equal(Interval, (await room.AskAsync(other, Lives)).At);
            Assert.Equal(2 * Interval, (await room.AskAsync(one, Lives, new GateExit(429, TimeSpan.Zero, TimeSpan.FromHours(1)))).At);
            Assert.Equal(WithheldReason.Pause, (await room.AskAsync(other, Lives)).Withheld?.Reason);
        });
    }

    [Fact]
    public void Enter_ACancelledCaller_LeavesTheTurnToTheNext()
    {
        var room = new GateRoom { Politeness = { ObeyRobots = false } };
        room.Run(async () =>
        {
            var gate = room.NewGate();
            await room.AskAsync(gate, Lives);
            var cancelled = gate.EnterAsync(Lives, room.Clock.CancelAfter(TimeSpan.FromSeconds(3)).Token);
            var next = room.AskAsync(gate, Lives);

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
            Assert.Equal(Interval, (await next).At);
        });
    }

    [Fact]
    public void Enter_WhenTheMemoryFails_SaysSoAndLetsTheNextOneTry()
    {
        var fails = true;
        var clock = new HandClock(GateRoom.Start);
        var room = new GateRoom();
        var hosts = new FakeHosts(clock) { Takes = () => fails ? throw new IOException("no disk") : TimeSpan.Zero };
        var settings = GateSettings.ForRealSite(new PolitenessOptions { ObeyRobots = false }, room.Fetching);
        var gate = new PoliteGate(settings, hosts, (_, _) => Task.FromResult(room.Robots[0]), clock);
        room.Run(async () =>
        {
            await Assert.ThrowsAsync<IOException>(() => gate.EnterAsync(Lives, CancellationToken.None));
            fails = false;
            Assert.Null(await gate.EnterAsync(Lives, CancellationToken.None));
        });
    }

    [Fact]
    public void Enter_OnThisMachine_AddsNoRuleOfItsOwnAndObeysTheSites()
    {
        var room = new GateRoom { Loopback = true, Politeness = { DailyRequests = 1 } };
        var site = new Uri("http://127.0.0.1:5000/lives");
        room.Says(GateRoom.File("User-agent: *\nDisallow: /private\n"));
        room.Run(async () =>
        {
            var gate = room.NewGate();
            for (var i = 0; i < 100; i++)
            {
                Assert.Equal((TimeSpan.Zero, null), await room.AskAsync(gate, site));
            }

            Assert.Equal(1, room.Hosts.Saves);
            Assert.Equal(WithheldReason.Robots, (await room.AskAsync(gate, new Uri(site, "/private"))).Withheld?.Reason);
            await room.AskAsync(gate, site, new GateExit(503, TimeSpan.Zero, TimeSpan.FromSeconds(5)));
            Assert.Equal(TimeSpan.FromSeconds(5), (await room.AskAsync(room.NewGate(), site)).At);
        });
    }

    [Fact]
    public async Task Enter_OnThisMachine_CostsMicroseconds()
    {
        const int Requests = 20_000;
        var room = new GateRoom { Loopback = true };
        room.Says(GateRoom.File("User-agent: *\nDisallow: /private\n"));
        var gate = room.NewGate();
        var site = new Uri("http://127.0.0.1:5000/lives?limit=10&offset=20");
        var clock = Stopwatch.StartNew();

        for (var i = 0; i < Requests; i++)
        {
            await gate.EnterAsync(site, TestContext.Current.CancellationToken);
            await gate.LeaveAsync(site, new GateExit(200, Millisecond, null));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{clock.Elapsed.TotalMicroseconds / Requests:0.00} us a request");
        Assert.InRange(clock.Elapsed / Requests, TimeSpan.Zero, TimeSpan.FromMicroseconds(100));
    }
}
