using System.Net;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Tests;
using LiveQuality.Worker.Jobs;
using LiveQuality.Worker.Tests.Http.Api;
using LiveQuality.Worker.Tests.Jobs;
using Xunit;

namespace LiveQuality.Worker.Tests.Hosting;

/// <summary>The service outlives its database: MongoDB, behind a way that the test can cut.</summary>
public sealed class StoreAwayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly UriBuilder _server;
    private readonly Forwarder _way;

    public StoreAwayTests()
    {
        var server = Environment.GetEnvironmentVariable("LIVEQUALITY_TEST_MONGO");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "LIVEQUALITY_TEST_MONGO is not set: no MongoDB to try this on");
        _server = new UriBuilder(server!) { Path = $"/away-{Guid.NewGuid():N}" };
        _way = new Forwarder(new IPEndPoint(Dns.GetHostAddresses(_server.Host)[0], _server.Port));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Store => new UriBuilder(_server.Uri) { Host = "127.0.0.1", Port = _way.Port }.Uri.AbsoluteUri;

    public void Dispose()
    {
        _way.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Start_BeforeTheDatabase_SaysSoAndBeginsByItselfWhenItIsThere()
    {
        await using var service = Service.Start(_folder.PathOf("."), Store);
        using var client = new HttpClient { BaseAddress = service.Address };

        var startup = await client.UntilAsync("/health/startup", (answer, _) => answer.StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.Contains("the store has not answered yet", startup, StringComparison.Ordinal);
        await client.UntilAsync("/health/ready", (answer, body) => answer.StatusCode == HttpStatusCode.ServiceUnavailable && body.Contains("cannot be reached", StringComparison.Ordinal));
        await client.UntilAsync("/health/live", (answer, _) => answer.StatusCode == HttpStatusCode.OK);
        foreach (var path in new[] { "/api/lives/1", "/api/jobs", "/api/lives" })
        {
            await AwayAsync(client, path);
        }

        _way.Open();
        await client.UntilAsync("/health/startup", (answer, _) => answer.StatusCode == HttpStatusCode.OK);
        await client.UntilAsync("/health/ready", (answer, _) => answer.StatusCode == HttpStatusCode.OK);
        await client.UntilAsync("/api/runs?command=crawl&outcome=done", (_, body) => body.Contains("\"job\":\"crawl-feed\"", StringComparison.Ordinal));
        await client.UntilAsync("/api/lives?limit=1", (answer, body) => answer.IsSuccessStatusCode && !body.Contains("\"items\":[]", StringComparison.Ordinal));

        var (exitCode, _, errors) = await service.StopAsync();
        Assert.True(exitCode == 0, errors);
        Assert.Single(errors.Split('\n'), line => line.Contains("cannot be reached", StringComparison.Ordinal));
        await RemoveAsync();
    }

    [Fact]
    public async Task Crawl_TheDatabaseGoesAwayInTheMiddle_ListsAreStillShownAndItEndsWholeAfterwards()
    {
        await using var site = await SlowSite.StartAsync(TimeSpan.FromMilliseconds(50), Cancel);
        _way.Open();
        await using var service = Service.Start(_folder.PathOf("."), Store, ("Schedule:Source", site.Address.AbsoluteUri), ("Schedule:Retries", "0"), ("Schedule:Retrain", ""));
        using var client = new HttpClient { BaseAddress = service.Address };
        var live = await service.UntilAsync(async store => await store.ReadAsync(Collections.Lives, new Query<Live> { Limit = 1 }, Cancel).FirstOrDefaultAsync(Cancel), Cancel);
        await client.UntilAsync("/api/lives", (answer, _) => answer.StatusCode == HttpStatusCode.OK);

        _way.Cut();
        await client.UntilAsync("/health/ready", (answer, _) => answer.StatusCode == HttpStatusCode.ServiceUnavailable);
        using (var lists = await client.GetAsync(Answers.Path("/api/lives"), Cancel))
        {
            Assert.Equal(HttpStatusCode.OK, lists.StatusCode);
        }

        using (var first = await client.GetAsync(Answers.Path("/"), Cancel))
        {
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        }

        await client.UntilAsync("/", (answer, body) => answer.StatusCode == HttpStatusCode.OK && body.Contains("cannot be reached", StringComparison.Ordinal));
        await AwayAsync(client, $"/api/lives/{live.Id}");
        _way.Open();
        await client.UntilAsync("/health/ready", (answer, _) => answer.StatusCode == HttpStatusCode.OK);
        await service.UntilRunAsync(run => run is { Job: JobNames.CrawlFeed, Outcome: RunOutcomes.Done }, Cancel);

        await using var records = StoreFactory.Create(_server.Uri.AbsoluteUri, mustExist: true, TimeProvider.System);
        await records.OpenAsync(Cancel);
        Assert.Equal(SlowSite.Lives, await SlowSite.CountAsync(records, Cancel));
        var frontier = await records.Frontier.CountAsync(site: null, Cancel);
        Assert.Equal((0, 0, 0), (frontier.Due, frontier.Leased, frontier.Failed));
        // With no retries allowed, it is whole all the same: an outage in the middle of a run, where it hit one, is no failure of the job's, and a second one follows.
        var crawls = await records.ReadAsync(Collections.Runs, new Query<Run>(), Cancel).Where(run => run.Job == JobNames.CrawlFeed).ToListAsync(Cancel);
        Assert.Equal(RunOutcomes.Done, crawls[^1].Outcome);
        Assert.InRange(crawls.Count, 1, 2);
        Assert.Empty(await records.ReadAsync(Collections.Notices, new Query<Notice>(), Cancel).ToListAsync(Cancel));
        // Over a server every reading takes a while, and no page is shown before it has been read.
        foreach (var path in new[] { "/crawl", "/runs", "/quality", "/models", "/drift", $"/lives/{live.Id}" })
        {
            using var page = await client.GetAsync(Answers.Path(path), Cancel);
            Assert.True(page.StatusCode == HttpStatusCode.OK, $"{path}: {page.StatusCode}");
        }

        await service.StopAsync();
        await RemoveAsync();
    }

    private static async Task AwayAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(Answers.Path(path), Cancel);
        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable));
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero, path);
    }

    private Task RemoveAsync() => new MongoDB.Driver.MongoClient(_server.Uri.AbsoluteUri).DropDatabaseAsync(_server.Path.Trim('/'), Cancel);
}
