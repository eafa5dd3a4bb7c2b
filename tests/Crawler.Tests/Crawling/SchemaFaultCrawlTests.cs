using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

/// <summary>Crawls of a site whose answers have another shape since last night.</summary>
public sealed class SchemaFaultCrawlTests : IAsyncDisposable
{
    private readonly FaultyCrawl _crawl = new();

    public ValueTask DisposeAsync() => _crawl.DisposeAsync();

    [Fact]
    public async Task Crawl_WhereAKeyIsRenamed_SaysSoInTheSameRunAndAWholeCrawlMendsTheRecords()
    {
        await _crawl.StartAsync(FaultyCrawl.Named("renamed-key=liked_num"));

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Finished, null), (report.End, report.Problem));
        var alert = Assert.Single(report.FieldAlerts);
        Assert.Equal(("live", "liked_num", FieldAlertKind.Renamed, "new_liked_num", true), (alert.Kind, alert.Field, alert.Change, alert.RenamedTo, alert.Broken));
        Assert.All(await _crawl.Local.ReadAsync(Collections.Lives), live => Assert.Null(live.LikedNum));
        await AssertMendedAsync();
    }

    [Fact]
    public async Task Crawl_WhereAKeyIsGoneFromSomeItems_SaysSoInTheSameRunAndAWholeCrawlMendsTheRecords()
    {
        await _crawl.StartAsync(FaultyCrawl.Named("dropped-key=liked_num*0.3"));

        var report = await _crawl.CrawlAsync();

        Assert.Null(report.Problem);
        var alert = Assert.Single(report.FieldAlerts);
        Assert.Equal(("live", "liked_num", FieldAlertKind.Dropped, true), (alert.Kind, alert.Field, alert.Change, alert.Broken));
        await AssertMendedAsync();
    }

    [Fact]
    public async Task Crawl_WhereAValueHasAnotherType_SaysSoAndReadsItAllTheSameWhereThatIsSafe()
    {
        await _crawl.StartAsync(FaultyCrawl.Named("retyped-key=liked_num"));

        var report = await _crawl.CrawlAsync();

        Assert.Null(report.Problem);
        var alert = Assert.Single(report.FieldAlerts);
        Assert.Equal(("live", "liked_num", FieldAlertKind.Retyped, true), (alert.Kind, alert.Field, alert.Change, alert.Broken));
        await _crawl.AssertWholeAsync(); // "12" is 12.
    }

    [Fact]
    public async Task Crawl_WhereEveryIdHasAnotherName_SetsAllItemsAsideAndIsNotDone()
    {
        await _crawl.StartAsync(FaultyCrawl.Named("renamed-key=id"));

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Incomplete, "the feed holds no live"), (report.End, report.Problem));
        Assert.Equal(FaultyCrawl.World.Lives.Count, report.Quarantined);
        await AssertMendedAsync();
    }

    private async Task AssertMendedAsync()
    {
        _crawl.Lift();
        _crawl.Local.Whole = true;
        Assert.Null((await _crawl.CrawlAsync()).Problem);
        // That a value came which was not there before is an observation.
        await _crawl.AssertWholeAsync(isMissing: null, "observations");
    }
}
