using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Jobs;
using Quartz;
using Xunit;

namespace LiveQuality.Worker.Tests.Jobs;

/// <summary>What a start makes of the runs before it.</summary>
public sealed class JobsAtStartTests : IAsyncLifetime
{
    private const string OtherBoot = "host~11111111-2222-3333-4444-555555555555~pid:[4026531836]/7/100/1";

    private JobWorld _world = null!;
    private StillScheduler _scheduler = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await JobWorld.CreateAsync();
        _world.Schedule.FirstRunAtStart = false;
        _scheduler = await StillScheduler.CreateAsync(_world, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _scheduler.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Theory]
    [InlineData(RunOutcomes.Done, RunTriggers.Schedule, false)]
    [InlineData(RunOutcomes.Failed, RunTriggers.Schedule, false)]
    [InlineData(RunOutcomes.Postponed, RunTriggers.Schedule, false)]
    [InlineData(RunOutcomes.Paused, RunTriggers.Schedule, false)]
    [InlineData(RunOutcomes.Died, RunTriggers.Schedule, true)]
    [InlineData(RunOutcomes.Stopped, RunTriggers.Schedule, true)]
    [InlineData(RunOutcomes.Stopped, RunTriggers.Chain, true)]
    [InlineData(RunOutcomes.Stopped, RunTriggers.Backfill, false)]
    public async Task Start_ByTheNewestRunOfAJob_BeginsAgainWhatDidNotComeToItsEnd(string outcome, string trigger, bool again)
    {
        await RanAsync(outcome, run => run with { Trigger = trigger, Slots = ["2026-02-28T18:00:00Z"] });

        Assert.Equal(again ? ["compact recovery 2026-02-28T18:00:00Z"] : [], await StartedAsync());
    }

    [Fact]
    public async Task Start_ARetryWasStillToCome_BeginsAgain()
    {
        await RanAsync(RunOutcomes.Failed, run => run with { RetryAt = run.EndedAt!.Value.AddMinutes(1) });

        Assert.Equal(["compact recovery "], await StartedAsync());
    }

    [Fact]
    public async Task Start_ItWasMadeUpForSince_BeginsNothing()
    {
        await RanAsync(RunOutcomes.Died);
        await RanAsync(RunOutcomes.Done);

        Assert.Empty(await StartedAsync());
    }

    [Fact]
    public async Task Start_ItDiesAgainAndAgain_IsLeftForItsTime()
    {
        await RanAsync(RunOutcomes.Died);
        await RanAsync(RunOutcomes.Died);
        Assert.Equal(["compact recovery "], await StartedAsync());

        await RanAsync(RunOutcomes.Died);
        await _world.Scheduler.Current!.UnscheduleJob(new TriggerKey(JobNames.Compact, "recovery-now"), Cancel);
        Assert.Empty(await StartedAsync());
    }

    [Fact]
    public async Task Start_TheMachineWasStartedAnew_FindsTheRunThatWasCutOff()
    {
        var cut = await RanAsync(RunOutcomes.Running, run => run with { Owner = OtherBoot });

        Assert.Equal(["compact recovery "], await StartedAsync());

        var died = (await _world.Store.FindAsync(Collections.Runs, cut.Id, Cancel))!;
        Assert.Equal((RunOutcomes.Died, true), (died.Outcome, died.EndedAt >= cut.StartedAt));
    }

    [Fact]
    public async Task Start_RunsOfLivingProcesses_AreLeftAlone()
    {
        await RanAsync(RunOutcomes.Running, run => run with { Owner = LeaseOwner.New() });
        await RanAsync(RunOutcomes.Running, run => run with { Owner = OtherBoot, Trigger = RunTriggers.Backfill });
        await _world.RanAsync("crawl", RunOutcomes.Running, run => run with { Owner = OtherBoot });

        Assert.Empty(await StartedAsync());
        Assert.All(await _world.RunsAsync(), run => Assert.Equal(RunOutcomes.Running, run.Outcome));
    }

    [Theory]
    [InlineData("0 0 2 * * ?", new[] { "crawl-feed schedule " })]
    [InlineData("", new string[0])]
    public async Task Start_NothingWasCrawledYet_CrawlsWhereThatIsOn(string cron, string[] expected)
    {
        _world.Schedule.FirstRunAtStart = true;
        _world.Schedule.CrawlFeed = cron;
        await _world.RanAsync("crawl", RunOutcomes.Stopped);

        Assert.Equal(expected, await StartedAsync());
    }

    [Fact]
    public async Task Start_TimesWereMissed_RunsOnceForAllOfThemButWhatMayWait()
    {
        await _world.RanAsync("train", RunOutcomes.Done, run => run with { Job = JobNames.Retrain });
        await RanAsync(RunOutcomes.Done);
        _world.Time.Advance(TimeSpan.FromDays(15));

        Assert.Equal(["retrain schedule 2026-03-07T20:00:00Z 2026-03-14T20:00:00Z"], await StartedAsync());
    }

    private Task<Run> RanAsync(string outcome, Func<Run, Run>? change = null) => _world.RanAsync("compact", outcome, run => (change ?? (same => same))(run with { Job = JobNames.Compact }));

    private async Task<List<string>> StartedAsync()
    {
        await _world.AtStart.StartAsync(Cancel);
        return await _scheduler.StartedAsync(Cancel);
    }
}
