using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Tests;
using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

public sealed class CrawlArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Replay_OfAnArchivedCrawl_GivesTheSameStore(bool withFaults)
    {
        var archive = _folder.PathOf($"archive-{withFaults}");
        var faults = new FaultPlan(7, Refusals.Outage() with { Share = 0.05, Scope = FaultScope.FirstRequest }, WireFaults.Reset() with { Share = 0.02, Scope = FaultScope.FirstRequest });
        await using var crawled = new LocalCrawl { ArchiveFolder = archive };
        await crawled.StartAsync(World.Create(seed: 4, lives: 150), new SiteOptions { Compress = true, Faults = withFaults ? faults : FaultPlan.None });
        var report = await crawled.CrawlAsync(Cancel);
        await using var replayed = new LocalCrawl();

        var replay = await replayed.CrawlAsync($"warc:{archive}", Cancel);

        Assert.Equal((null, null), (report.Problem, replay.Problem));
        Assert.Equal(0, replay.NotRecorded);
        Assert.True(report.Transferred < report.Bytes / 2, "the site compresses, and the archive keeps what was sent");
        Assert.Equal(await ContentsAsync(crawled), await ContentsAsync(replayed));
    }

    private static async Task<List<string>> ContentsAsync(LocalCrawl crawl) =>
    [
        .. await TextsAsync(crawl, Collections.Lives),
        .. await TextsAsync(crawl, Collections.Observations),
        .. await TextsAsync(crawl, Collections.Speakers),
        .. await TextsAsync(crawl, Collections.Reviews),
        .. await TextsAsync(crawl, Collections.Portraits),
        .. await TextsAsync(crawl, Collections.Quarantine),
    ];

    // All of a record, also when it was observed: a replay dates it as the crawl did.
    private static async Task<IEnumerable<string>> TextsAsync<T>(LocalCrawl crawl, Collection<T> collection)
        where T : class, IRecord =>
        (await crawl.ReadAsync(collection)).Select(record => $"{collection.Name} {JsonSerializer.Serialize(record, collection.Json)}");
}
