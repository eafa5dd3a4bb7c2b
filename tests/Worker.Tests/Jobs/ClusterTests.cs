using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Tests;
using LiveQuality.Worker.Jobs;
using Xunit;

namespace LiveQuality.Worker.Tests.Jobs;

/// <summary>Two machines, here two processes, that share one schedule in PostgreSQL and one store in MongoDB.</summary>
public sealed class ClusterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_TheMachineThatCrawls_TheOtherTakesOverAndTheCrawlEndsWhole()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "no PostgreSQL 15 is installed here");
        var server = Environment.GetEnvironmentVariable("LIVEQUALITY_TEST_MONGO");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "LIVEQUALITY_TEST_MONGO is not set: no MongoDB to try this on");
        var store = new UriBuilder(server!) { Path = $"/cluster-{Environment.ProcessId}" }.Uri.AbsoluteUri;
        await using var site = await SlowSite.StartAsync(TimeSpan.FromMilliseconds(100), Cancel);
        await using var postgres = new PostgresServer();
        (string, string)[] settings = [("Schedule:Source", site.Address.AbsoluteUri), ("Schedule:Cluster", postgres.ConnectionString)];

        await using var first = Service.Start(_folder.PathOf("."), store, settings);
        // The database comes later: the service waits for it, and says so.
        Assert.Contains("the schedule has not started yet", await first.UntilReadyAnswersAsync(Cancel), StringComparison.Ordinal);
        await postgres.StartAsync();
        await first.UntilAsync(async records => await records.ReadAsync(Collections.Lives, new Query<Live> { Limit = 1 }, Cancel).FirstOrDefaultAsync(Cancel), Cancel);
        await using var second = Service.Start(_folder.PathOf("."), store, settings);
        await second.UntilRunAsync(run => run is { Job: JobNames.CrawlFeed, Outcome: RunOutcomes.Running }, Cancel);
        await first.KillAsync();

        var crawl = await second.UntilRunAsync(run => run is { Job: JobNames.CrawlFeed, Trigger: RunTriggers.Recovery, Outcome: RunOutcomes.Done }, Cancel);

        await using var records = StoreFactory.Create(store, mustExist: true, TimeProvider.System);
        await records.OpenAsync(Cancel);
        Assert.Equal(SlowSite.Lives, await SlowSite.CountAsync(records, Cancel));
        var runs = await records.ReadAsync(Collections.Runs, new Query<Run>(), Cancel).ToListAsync(Cancel);
        Assert.Equal(RunOutcomes.Died, runs[0].Outcome);
        Assert.NotEqual(ProcessOf(runs[0]), ProcessOf(crawl));
    }

    // The owner's last part counts within a process.
    private static string ProcessOf(Run run) => run.Owner![..run.Owner!.LastIndexOf('/')];
}
