using System.Globalization;
using System.Net;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Tests;
using LiveQuality.Worker.Jobs;
using LiveQuality.ZhihuSite.Site;
using Xunit;

namespace LiveQuality.Worker.Tests.Jobs;

/// <summary>The service as a process: what an operator relies on.</summary>
public sealed class ServiceTests : IDisposable
{
    // Promised: 10 s. The rest is for a machine that runs all the other tests at the same time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Store => $"sqlite:{_folder.PathOf("service.db")}";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_EmptyFolder_EndsUpWithScoresByTheChain()
    {
        await using var service = Service.Start(_folder.PathOf("."), Store);

        var score = await service.UntilRunAsync(run => run is { Command: "score", Outcome: RunOutcomes.Done }, Cancel);

        Assert.Equal((JobNames.Rescore, RunTriggers.Chain), (score.Job, score.Trigger));
        Assert.True(score.Counts["scoresAdded"] > 2000);
        using var client = new HttpClient { BaseAddress = service.Address };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel)).StatusCode);
        Assert.Contains("\"scheduler\":\"ok\"", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Cancel), StringComparison.Ordinal);
        var ended = await service.StopAsync();
        Assert.True(ended.ExitCode == 0, ended.Errors);
        Assert.Contains("crawl-feed done in", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("retrain started (chain)", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SigTerm_InTheMiddleOfACrawl_StopsSoonAndNotesIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends SIGTERM");
        await using var site = await SlowSiteAsync();
        await using var service = Service.Start(_folder.PathOf("."), Store, ("Schedule:Source", site.Address.AbsoluteUri));
        await service.UntilAsync(async store => await store.ReadAsync(Collections.Lives, new Query<Live> { Limit = 1 }, Cancel).FirstOrDefaultAsync(Cancel), Cancel);

        var (exitCode, took, errors) = await service.StopAsync();

        Assert.True(exitCode == 0, errors);
        Assert.True(took < Patience, $"took {took}: {errors}");
        Assert.Equal(RunOutcomes.Stopped, Assert.Single(await RunsAsync()).Outcome);
    }

    [Fact]
    public async Task Kill_InTheMiddleOfACrawl_IsFoundAtTheNextStartAndRunAgainAtOnce()
    {
        await using var site = await SlowSiteAsync();
        await using (var killed = Service.Start(_folder.PathOf("."), Store, ("Schedule:Source", site.Address.AbsoluteUri)))
        {
            await killed.UntilAsync(async store => await store.ReadAsync(Collections.Lives, new Query<Live> { Limit = 1 }, Cancel).FirstOrDefaultAsync(Cancel), Cancel);
            await killed.KillAsync();
        }

        await using var service = Service.Start(_folder.PathOf("."), Store, ("Schedule:Source", site.Address.AbsoluteUri));
        var again = await service.UntilRunAsync(run => run.Trigger == RunTriggers.Recovery, Cancel);

        Assert.Equal(JobNames.CrawlFeed, again.Job);
        Assert.Equal(RunOutcomes.Died, (await RunsAsync())[0].Outcome);
    }

    [Fact]
    public async Task Job_ThatFails_IsTriedAgainWithLongerPausesAndThenLeft()
    {
        await using var service = Service.Start(
            _folder.PathOf("."),
            Store,
            ("Schedule:Source", $"http://127.0.0.1:{Service.FreePort()}"),
            ("Schedule:Retries", "2"),
            ("Schedule:RetryDelay", "00:00:01"),
            ("Crawler:Fetching:Retries", "0"));

        await service.UntilAsync(async store => await store.ReadAsync(Collections.Runs, new Query<Run>(), Cancel).Where(run => run.Outcome == RunOutcomes.Failed).Skip(2).FirstOrDefaultAsync(Cancel), Cancel);

        var runs = await RunsAsync();
        Assert.Equal(3, runs.Count);
        Assert.All(runs, run => Assert.Equal((JobNames.CrawlFeed, RunOutcomes.Failed), (run.Job, run.Outcome)));
        Assert.True(runs[1].StartedAt - runs[0].EndedAt >= TimeSpan.FromSeconds(0.9), $"{runs[1].StartedAt - runs[0].EndedAt}");
        Assert.True(runs[2].StartedAt - runs[1].EndedAt >= TimeSpan.FromSeconds(1.8), $"{runs[2].StartedAt - runs[1].EndedAt}");
        Assert.Matches("crawl-feed is tried again at [0-9:]{8} UTC, 2 of 2", (await service.StopAsync()).Errors);
    }

    [Fact]
    public async Task Report_TimesMissedWhileTheServiceWasDown_RunsOnceForAllOfThem()
    {
        var before = TimeProvider.System.GetUtcNow().AddDays(-3);
        // Half a day from now, wherever now is: no time of the report falls into the test.
        var daily = string.Create(CultureInfo.InvariantCulture, $"0 0 {before.AddHours(8 + 12).Hour} * * ?");
        await using (var store = StoreFactory.Create(Store, mustExist: false, TimeProvider.System))
        {
            await store.OpenAsync(Cancel);
            var run = new Run
            {
                Id = $"{before:yyyyMMdd'T'HHmmss.fff'Z'}-report-1",
                Command = "report",
                Trigger = RunTriggers.Schedule,
                Job = JobNames.Report,
                StartedAt = before,
                EndedAt = before,
                Inputs = new Dictionary<string, string>(),
                Counts = new Dictionary<string, long>(),
                Outcome = RunOutcomes.Done,
            };
            await store.UpsertAsync(Collections.Runs, [run], Cancel);
        }

        await using var service = Service.Start(_folder.PathOf("."), Store, ("Schedule:FirstRunAtStart", "false"), ("Schedule:Report", daily));
        var report = await service.UntilRunAsync(run => run is { Job: JobNames.Report, Outcome: RunOutcomes.Done } && run.StartedAt > before.AddDays(1), Cancel);

        Assert.Equal(RunTriggers.Schedule, report.Trigger);
        Assert.Equal(3, report.Slots!.Count);
        Assert.Equal(2, (await RunsAsync()).Count);
    }

    private static Task<ZhihuSiteServer> SlowSiteAsync() => SlowSite.StartAsync(TimeSpan.FromMilliseconds(300), Cancel);

    private async Task<List<Run>> RunsAsync()
    {
        await using var store = StoreFactory.Create(Store, mustExist: true, TimeProvider.System);
        await store.OpenAsync(Cancel);
        return await store.ReadAsync(Collections.Runs, new Query<Run>(), Cancel).ToListAsync(Cancel);
    }
}
