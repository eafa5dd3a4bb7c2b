using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Politeness;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Politeness;

public sealed class PoliteGateRobotsTests
{
    private const string Id = "https://a.example";
    private const string Everything = "User-agent: *\nDisallow: /\n";
    private const string Nothing = "User-agent: *\nDisallow:\n";
    private static readonly Uri Lives = new(Id + "/lives");

    [Fact]
    public void Enter_AForbiddenAddress_NamesRuleAndLine()
    {
        var room = new GateRoom();
        room.Says(GateRoom.File("# ours\nUser-agent: *\nDisallow: /\n"));
        room.Run(async () => Assert.Equal(
            new Withheld(WithheldReason.Robots, $"robots.txt of {Id} forbids /lives (line 3: Disallow: /)", null),
            (await room.AskAsync(room.NewGate(), Lives)).Withheld));
    }

    // RFC 9309, section 2.3.1.
    [Theory]
    [InlineData(200, true)]
    [InlineData(204, true)]
    [InlineData(400, true)]
    [InlineData(401, true)]
    [InlineData(403, true)]
    [InlineData(404, true)]
    [InlineData(410, true)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    [InlineData(null, false)]
    [InlineData(304, false)]
    public void Enter_EachStatusOfRobotsTxt_LeadsToWhatTheRfcSays(int? status, bool allowed)
    {
        var room = new GateRoom();
        room.Says(GateRoom.Status(status));
        room.Run(async () =>
        {
            var withheld = (await room.AskAsync(room.NewGate(), Lives)).Withheld;

            Assert.Equal(allowed ? null : WithheldReason.Robots, withheld?.Reason);
            Assert.Equal(!allowed, withheld?.Until is not null);
        });
    }

    [Theory]
    [InlineData(5, "/robots.txt?again", WithheldReason.Robots, "forbids /lives")]
    [InlineData(6, "/robots.txt?again", WithheldReason.Robots, "could not be read (it answered 302)")]
    [InlineData(1, "https://other.example/robots.txt", WithheldReason.Robots, "could not be read (it answered 302)")]
    [InlineData(1, "http://a.example/robots.txt", WithheldReason.Robots, "could not be read (it answered 302)")]
    public void Enter_RedirectsOfRobotsTxt_AreFollowedFiveTimesOnTheHost(int redirects, string location, WithheldReason reason, string detail)
    {
        var room = new GateRoom();
        room.Says([.. Enumerable.Repeat(GateRoom.Status(302, location), redirects), GateRoom.File(Everything)]);
        room.Run(async () =>
        {
            var withheld = (await room.AskAsync(room.NewGate(), Lives)).Withheld;

            Assert.Equal(reason, withheld?.Reason);
            Assert.Contains(detail, withheld?.Detail, StringComparison.Ordinal);
            Assert.All(room.RobotsAsked, asked => Assert.Equal("a.example", asked.Address.Host));
            Assert.All(room.RobotsAsked.Zip(room.RobotsAsked.Skip(1)), pair => Assert.Equal(room.Politeness.MinimumInterval, pair.Second.At - pair.First.At));
        });
    }

    [Fact]
    public void Enter_ARobotsTxtThatComesAtTheThirdAttempt_IsReadAtThePace()
    {
        var room = new GateRoom();
        room.Says(GateRoom.Status(503), GateRoom.Status(null), GateRoom.File(Nothing));
        room.Run(async () =>
        {
            Assert.Null((await room.AskAsync(room.NewGate(), Lives)).Withheld);
            Assert.Equal([0, 10, 20], room.RobotsAsked.Select(asked => asked.At.TotalSeconds));
        });
    }

    [Fact]
    public void Enter_AfterARobotsTxtThatCouldNotBeHad_AsksForItAgainTenMinutesLater()
    {
        var room = new GateRoom();
        room.Says(GateRoom.Status(500), GateRoom.Status(500), GateRoom.Status(500), GateRoom.File(Nothing));
        room.Run(async () =>
        {
            var gate = room.NewGate();
            var withheld = (await room.AskAsync(gate, Lives)).Withheld;
            Assert.Equal(withheld, (await room.AskAsync(gate, Lives)).Withheld);
            Assert.Equal(withheld, (await room.AskAsync(room.NewGate(), Lives)).Withheld);
            Assert.Equal(3, room.RobotsAsked.Count);

            await room.Sleep(withheld!.Until!.Value - room.Clock.GetUtcNow());

            Assert.Null((await room.AskAsync(gate, Lives)).Withheld);
        });
    }

    [Fact]
    public void Enter_ACopyOfADay_IsUsedByLaterProcessesAndThenFetchedAgain()
    {
        var room = new GateRoom();
        room.Says(GateRoom.File(Nothing), GateRoom.File(Everything));
        room.Run(async () =>
        {
            Assert.Null((await room.AskAsync(room.NewGate(), Lives)).Withheld);
            await room.Sleep(TimeSpan.FromHours(23));
            Assert.Null((await room.AskAsync(room.NewGate(), Lives)).Withheld);
            Assert.Single(room.RobotsAsked);
            await room.Sleep(TimeSpan.FromHours(1));
            Assert.Equal(WithheldReason.Robots, (await room.AskAsync(room.NewGate(), Lives)).Withheld?.Reason);
            Assert.Equal(2, room.RobotsAsked.Count);
        });
    }

    [Theory]
    [InlineData(29, null)]
    [InlineData(31, WithheldReason.Robots)]
    public void Enter_ARobotsTxtThatCannotBeHadAnyMore_IsUsedForThirtyDays(int days, WithheldReason? reason)
    {
        var room = new GateRoom();
        room.Says(GateRoom.File(Nothing), GateRoom.Status(503));
        room.Run(async () =>
        {
            await room.AskAsync(room.NewGate(), Lives);
            await room.Sleep(TimeSpan.FromDays(days));

            Assert.Equal(reason, (await room.AskAsync(room.NewGate(), Lives)).Withheld?.Reason);
        });
    }

    [Fact]
    public void Enter_WithAnOldCopyInUse_AsksForTheFileEveryTenMinutesOnly()
    {
        var room = new GateRoom();
        room.Says(GateRoom.File(Nothing), GateRoom.Status(503));
        room.Run(async () =>
        {
            var gate = room.NewGate();
            await room.AskAsync(gate, Lives);
            await room.Sleep(TimeSpan.FromDays(2));
            for (var i = 0; i < 10; i++)
            {
                Assert.Null((await room.AskAsync(gate, Lives)).Withheld);
            }

            Assert.Equal(1 + 3, room.RobotsAsked.Count);
        });
    }

    [Fact]
    public void Enter_ARetryAfterOfRobotsTxt_PausesTheHost()
    {
        var room = new GateRoom();
        room.Says(new RobotsAnswer(new GateExit(503, TimeSpan.Zero, TimeSpan.FromHours(2))));
        room.Run(async () =>
        {
            var withheld = (await room.AskAsync(room.NewGate(), Lives)).Withheld;

            Assert.Equal((WithheldReason.Pause, GateRoom.Start.AddHours(2)), (withheld?.Reason, withheld?.Until));
            Assert.Single(room.RobotsAsked);
        });
    }

    [Fact]
    public void Enter_WhenRobotsTxtIsNotToBeObeyed_NeverAsksForIt()
    {
        var room = new GateRoom { Politeness = { ObeyRobots = false } };
        room.Says(GateRoom.File(Everything));
        room.Run(async () =>
        {
            Assert.Null((await room.AskAsync(room.NewGate(), Lives)).Withheld);
            Assert.Empty(room.RobotsAsked);
        });
    }
}
