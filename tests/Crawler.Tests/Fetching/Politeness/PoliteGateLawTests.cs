using LiveQuality.Crawler.Fetching.Politeness;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Politeness;

public sealed class PoliteGateLawTests
{
    private const int Schedules = 10_000;

    [Fact]
    public void NoHost_OverTenThousandSchedules_IsAskedAgainstTheLaw()
    {
        var sent = 0;
        for (var seed = 0; seed < Schedules; seed++)
        {
            var simulation = new GateSimulation(seed);

            var wrong = simulation.Run();

            Assert.True(wrong is null, $"schedule {seed}: {wrong}");
            sent += simulation.Laws.Sum(law => law.Sent);
        }

        // A gate that lets nobody in breaks no law either.
        Assert.InRange(sent, 3 * Schedules, int.MaxValue);
    }

    [Fact]
    public void TheLaw_UnderAGateThatIsALittleTooFast_IsSeenBroken() =>
        AssertBroken(settings => settings with { MinimumInterval = settings.MinimumInterval * .95 }, "between two requests");

    [Fact]
    public void TheLaw_UnderAGateThatLearnsNothingFromLatency_IsSeenBroken() =>
        AssertBroken(settings => settings with { LongestDelay = settings.MinimumInterval }, "between two requests");

    [Fact]
    public void TheLaw_UnderAGateThatReadsNoRobotsTxt_IsSeenBroken() =>
        AssertBroken(settings => settings with { ObeyRobots = false }, "a page without a robots.txt");

    [Fact]
    public void TheLaw_UnderAGateWithOneRequestADayTooMany_IsSeenBroken() =>
        AssertBroken(settings => settings with { DailyRequests = settings.DailyRequests + 1 }, "in a day");

    [Fact]
    public void TheLaw_UnderAGateThatForgetsWithItsProcess_IsSeenBroken()
    {
        AssertBroken(weaken: null, "before the end of a pause", forgets: true);
        AssertBroken(weaken: null, "between two requests", forgets: true);
    }

    private static void AssertBroken(Func<GateSettings, GateSettings>? weaken, string how, bool forgets = false) =>
        Assert.Contains(
            Enumerable.Range(0, Schedules).Select(seed => new GateSimulation(seed, weaken, forgets).Run()),
            wrong => wrong?.Contains(how, StringComparison.Ordinal) == true);
}
