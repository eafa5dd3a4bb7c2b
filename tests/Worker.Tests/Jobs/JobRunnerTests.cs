using LiveQuality.Crawler.Records;
using LiveQuality.Mining;
using LiveQuality.Worker.Jobs;
using LiveQuality.Worker.Steps;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Xunit;

namespace LiveQuality.Worker.Tests.Jobs;

public sealed class JobRunnerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Slot = new(2026, 2, 28, 18, 0, 0, TimeSpan.Zero);

    private JobWorld _world = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await JobWorld.CreateAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Run_EndsWell_IsNotedWithJobTriggerAndSlots()
    {
        var outcome = await RunAsync(_ => Task.CompletedTask);

        Assert.Equal(JobEnd.Done, outcome.End);
        var run = Assert.Single(await _world.RunsAsync());
        Assert.Equal(("report", RunTriggers.Schedule, RunOutcomes.Done), (run.Job, run.Trigger, run.Outcome));
        Assert.Equal(["2026-02-28T18:00:00Z"], run.Slots);
    }

    [Fact]
    public async Task Run_StepThrows_IsAFailureThatMayBeTriedAgain()
    {
        var outcome = await RunAsync(_ => throw new IOException("no network"));

        Assert.Equal((JobEnd.Failed, "no network"), (outcome.End, outcome.Why));
        Assert.Equal(RunOutcomes.Failed, Assert.Single(await _world.RunsAsync()).Outcome);
    }

    [Fact]
    public async Task Run_TooLittleToLearnFrom_IsNotTriedAgain() =>
        Assert.Equal(JobEnd.Refused, (await RunAsync(_ => throw new MiningException("too few"))).End);

    [Fact]
    public async Task Run_StoreIsAway_WaitsAndRunsWhenItIsBack()
    {
        _world.Store.IsAway = true;
        var calls = 0;
        var running = RunAsync(_ => Task.FromResult(calls++));
        await _world.AdvanceUntilAsync(() => _world.Store.Refused >= 5, Cancel);
        Assert.Equal(0, calls);

        _world.Store.IsAway = false;
        await _world.AdvanceUntilAsync(() => running.IsCompleted, Cancel);

        Assert.Equal(JobEnd.Done, (await running).End);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Run_StoreGoesAwayInTheMiddle_RunsAgainAndThatIsNoFailureOfTheJob()
    {
        var calls = 0;
        var running = RunAsync(async services =>
        {
            _world.Store.IsAway = calls++ == 0;
            await services.GetRequiredService<Crawler.Storage.IRecordStore>().CountAsync(Cancel);
        });
        await _world.AdvanceUntilAsync(() => _world.Store.Refused >= 5, Cancel);

        _world.Store.IsAway = false;
        await _world.AdvanceUntilAsync(() => running.IsCompleted, Cancel);

        Assert.Equal(JobEnd.Done, (await running).End);
        Assert.Equal(2, calls);
        Assert.Equal([RunOutcomes.Failed, RunOutcomes.Done], (await _world.RunsAsync()).Select(run => run.Outcome));
    }

    [Fact]
    public async Task Run_StoreWasAwayAndIsBackWhenItIsAsked_RunsAgainAllTheSame()
    {
        var calls = 0;

        var outcome = await RunAsync(_ => calls++ == 0 ? throw new Crawler.Storage.StoreException("nobody answered") { IsAway = true } : Task.CompletedTask);

        Assert.Equal(JobEnd.Done, outcome.End);
        Assert.Equal([RunOutcomes.Failed, RunOutcomes.Done], (await _world.RunsAsync()).Select(run => run.Outcome));
    }

    [Fact]
    public async Task Run_Stopped_IsNotedAsStopped()
    {
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(async _ => await stop.CancelAsync(), stop.Token));

        Assert.Equal(RunOutcomes.Stopped, Assert.Single(await _world.RunsAsync()).Outcome);
    }

    [Fact]
    public async Task Retrain_CrawlFailed_IsNotedAsPostponedAndFollowsTheNextCleanCrawl()
    {
        await _world.RanAsync("crawl", RunOutcomes.Failed);
        Assert.Equal(JobEnd.Postponed, (await _world.Runner.RunAsync(JobCatalog.Find(JobNames.Retrain), RunTriggers.Schedule, [Slot], Cancel)).End);

        var run = (await _world.RunsAsync())[^1];
        Assert.Equal(("train", JobNames.Retrain, RunOutcomes.Postponed), (run.Command, run.Job, run.Outcome));
        await _world.RanAsync("crawl", RunOutcomes.Done);
        Assert.Equal(JobNames.Retrain, await _world.Chain.NextAsync(Cancel));
    }

    [Fact]
    public async Task End_OfAJob_StartsWhatFollowsButNeverItself()
    {
        await using var scheduler = await StillScheduler.CreateAsync(_world, Cancel);
        await _world.AddModelAsync(isChampion: true, "new");
        // By a clock that was wrong: whatever is scored now seems to be older.
        await _world.RanAsync("score", RunOutcomes.Done, run => run with { Id = "29990101T000000.000Z-score-1" });

        await _world.Runner.EndAsync(JobCatalog.Find(JobNames.Rescore), JobOutcome.Done, retryAt: null, Cancel);
        Assert.Empty(await scheduler.StartedAsync(Cancel));

        await _world.Runner.EndAsync(JobCatalog.Find(JobNames.CrawlFeed), JobOutcome.Done, retryAt: null, Cancel);
        Assert.Equal(["rescore chain "], await scheduler.StartedAsync(Cancel));
    }

    private Task<JobOutcome> RunAsync(Func<IServiceProvider, Task> work, CancellationToken? cancellationToken = null)
    {
        var job = new JobDefinition("report", "Report", _ => string.Empty, CronTriggerMisfireInstruction.DoNothing, async (services, token) =>
        {
            await services.GetRequiredService<RunJournal>().RecordAsync("report", new Dictionary<string, string>(), async stop =>
            {
                await work(services);
                stop.ThrowIfCancellationRequested();
                return new CompactReport(0, 0);
            }, token);
            return JobOutcome.Done;
        });
        return _world.Runner.RunAsync(job, RunTriggers.Schedule, [Slot], cancellationToken ?? Cancel);
    }
}
