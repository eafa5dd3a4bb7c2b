using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

/// <summary>Crawls that are answered with 200 and something else than they asked for.</summary>
public sealed class PageFaultCrawlTests : IAsyncDisposable
{
    private readonly FaultyCrawl _crawl = new();

    public ValueTask DisposeAsync() => _crawl.DisposeAsync();

    [Theory]
    [InlineData("html=1", "安全验证")]
    [InlineData("empty-object=1", "{}")]
    [InlineData("nested=2000", "[[[[")]
    public async Task Crawl_WhereAPageOfTheFeedIsNoPage_SetsItAsideReadsRoundItAndTheNextCrawlMendsIt(string fault, string payload)
    {
        await _crawl.StartAsync(FaultyCrawl.Named(fault) with { Only = request => request.Address == FaultyCrawl.ThirdFeedPage });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Incomplete, 1), (report.End, report.Failed));
        Assert.Contains(FaultyCrawl.ThirdFeedPage, report.Problem, StringComparison.Ordinal);
        // One bad page costs itself, and not what stands behind it.
        Assert.InRange(report.Lives.Added, FaultyCrawl.World.Lives.Count - World.BrokenLives - 10, FaultyCrawl.World.Lives.Count - World.BrokenLives - 1);
        var entry = Assert.Single(await _crawl.Local.ReadAsync(Collections.Quarantine), entry => entry.Kind == "page");
        Assert.Contains(payload, entry.Payload, StringComparison.Ordinal);
        Assert.Equal(_crawl.Local.Site + FaultyCrawl.ThirdFeedPage, entry.Origin);
        Assert.Equal(FrontierState.Failed, (await _crawl.ItemAsync(FaultyCrawl.ThirdFeedPage)).State);
        Assert.Equal(1, _crawl.Asked(FaultyCrawl.ThirdFeedPage));

        _crawl.Lift();
        Assert.Null((await _crawl.CrawlAsync()).Problem);
        await _crawl.AssertWholeAsync();
    }

    [Theory]
    [InlineData("html=1")]
    [InlineData("empty-object=1")]
    [InlineData("nested=2000")]
    public async Task Crawl_WhereAPageOfReviewsIsNoPage_GoesOnFromThereInTheNextCrawl(string fault)
    {
        await _crawl.StartAsync(FaultyCrawl.Named(fault) with { Only = request => request.Path == FaultyCrawl.ReviewsPath && request.Offset == 19 });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Incomplete, 1), (report.End, report.Failed));
        Assert.Equal(20, (await _crawl.Local.ReadAsync(Collections.Reviews)).Count(review => review.LiveId == FaultyCrawl.Live.Id));

        _crawl.Lift();
        Assert.Null((await _crawl.CrawlAsync()).Problem);
        Assert.Equal(1, _crawl.Asked(FaultyCrawl.FirstReviews));
        await _crawl.AssertWholeAsync();
    }

    [Theory]
    [InlineData("html=1")]
    [InlineData("empty-object=1")]
    [InlineData("nested=2000")]
    public async Task Crawl_WhereEveryPageIsNone_StopsAfterAFewAndStoresNothing(string fault)
    {
        await _crawl.StartAsync(FaultyCrawl.Named(fault));

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Incomplete, new CrawlOptions().FailuresInARow), (report.End, report.Failed));
        Assert.Contains("fetches in a row failed", report.Problem, StringComparison.Ordinal);
        Assert.Empty(await _crawl.Local.ReadAsync(Collections.Lives));

        _crawl.Lift();
        Assert.Null((await _crawl.CrawlAsync()).Problem);
        await _crawl.AssertWholeAsync();
    }

    [Theory]
    [InlineData("depth-empty=60", "items between them may be missing")]
    [InlineData("depth-repeat=60", "brings nothing new, though the site says that the list goes on")]
    public async Task Crawl_OfAFeedWithAHiddenDepth_EndsWithAWarningAndReadsTheWholeFeedAgainNextTime(string fault, string warning)
    {
        var hidden = FaultyCrawl.Named(fault);
        await _crawl.StartAsync(hidden with { Only = request => request.Path == "/lives" && hidden.Only(request) });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Finished, null), (report.End, report.Problem));
        Assert.Contains(report.Warnings, line => line.Contains(warning, StringComparison.Ordinal));
        Assert.InRange(report.Lives.Added, 60, 70);
        // The pages up to the depth, and the few that it takes to be sure.
        Assert.InRange(_crawl.Local.Journal.Entries.Count(entry => entry.Address.StartsWith("/lives?", StringComparison.Ordinal)), 7, 24);
        Assert.Null((await _crawl.HostAsync()).FeedReadAt);

        _crawl.Lift();
        Assert.Null((await _crawl.CrawlAsync()).Problem);
        await _crawl.AssertWholeAsync();
    }

    [Theory]
    [InlineData("depth-empty=60", "items between them may be missing")]
    [InlineData("depth-repeat=60", "brings nothing new, though the site says that the list goes on")]
    public async Task Crawl_OfReviewsWithAHiddenDepth_EndsWithAWarningAndKeepsWhatCame(string fault, string warning)
    {
        var hidden = FaultyCrawl.Named(fault);
        await _crawl.StartAsync(hidden with { Only = request => request.Path.EndsWith("/reviews", StringComparison.Ordinal) && hidden.Only(request) });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Finished, null), (report.End, report.Problem));
        Assert.Contains(report.Warnings, line => line.Contains(warning, StringComparison.Ordinal) && line.Contains("/reviews?", StringComparison.Ordinal));
        var reviews = (await _crawl.Local.ReadAsync(Collections.Reviews)).CountBy(review => review.LiveId);
        Assert.All(reviews, live => Assert.InRange(live.Value, 1, 80));
        Assert.Equal(FaultyCrawl.World.Lives.Count - World.BrokenLives, report.Lives.Added);
    }

    [Fact]
    public async Task Crawl_WhereEveryPageComesAPageLate_LosesNoLive()
    {
        await _crawl.StartAsync(FaultyCrawl.Named("page-before=1:first") with { Only = request => request.Offset > 0 && request.Path == "/lives" });

        await _crawl.CrawlAsync();

        await _crawl.AssertWholeAsync();
    }

    [Fact]
    public async Task Crawl_WhereAFewPagesComeTwice_DoublesNothingAndNamesEveryListThatMayLackSomething()
    {
        await _crawl.StartAsync(FaultyCrawl.Named("page-before=0.1:first"));

        var report = await _crawl.CrawlAsync();

        Assert.Null(report.Problem);
        Assert.Equal(FaultyCrawl.World.Lives.Count - World.BrokenLives, report.Lives.Added);
        var read = (await _crawl.Local.ReadAsync(Collections.Reviews)).CountBy(review => review.LiveId).ToDictionary();
        var stored = (await _crawl.Local.ReadAsync(Collections.Lives)).Select(live => live.Id).ToHashSet();
        Assert.All(FaultyCrawl.World.Lives.Where(live => stored.Contains(live.Id) && live.Reviews != read.GetValueOrDefault(live.Id)), live =>
            Assert.Contains(report.Warnings, warning => warning.Contains($"/lives/{live.Id}/reviews", StringComparison.Ordinal)));
    }
}
