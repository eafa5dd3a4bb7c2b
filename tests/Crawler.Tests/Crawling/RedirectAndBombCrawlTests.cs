using System.Globalization;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Records;
using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Site;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

/// <summary>Crawls that are led astray or drowned. Whatever one address does, it costs itself alone, and only until it behaves.</summary>
public sealed class RedirectAndBombCrawlTests : IAsyncDisposable
{
    private readonly FaultyCrawl _crawl = new();

    public static TheoryData<string> Outside => [.. RedirectFaults.Outside];

    public ValueTask DisposeAsync() => _crawl.DisposeAsync();

    [Fact]
    public async Task Crawl_WhereEveryAddressIsFiveRedirectsAway_IsWhole()
    {
        await _crawl.StartAsync(RedirectFaults.Chain(5));

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Finished, null, 0), (report.End, report.Problem, report.Failed));
        await _crawl.AssertWholeAsync();
    }

    [Theory]
    [InlineData("redirect-loop=1", "where it has been already: a loop")]
    [InlineData("redirect-chain=6", "the redirect after the 5 that are followed")]
    [InlineData("bomb-gzip=1", "answered with more than 8388608 bytes")]
    [InlineData("bomb-deflate=1", "answered with more than 8388608 bytes")]
    [InlineData("bomb-br=1", "answered with more than 8388608 bytes")]
    [InlineData("bomb-plain=1", "answered with more than 8388608 bytes")]
    [InlineData("bomb-header=300000", "sent a header larger than")]
    public async Task Crawl_WhereOneAddressLoopsOrBursts_AsksItOnceAndLacksItAlone(string fault, string outcome) =>
        await AssertCostsItselfAloneAsync(FaultyCrawl.Named(fault), outcome);

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task Crawl_RedirectedToAForbiddenAddress_DoesNotFollow(string location) => await AssertCostsItselfAloneAsync(RedirectFaults.To(location), "redirects to ");

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.0.0.1:{0}/")]
    [InlineData("http://0177.0.0.1:{0}/")]
    [InlineData("http://127.1:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("//127.0.0.1:{0}/lives")]
    [InlineData("http://user:secret@127.0.0.1:{0}/")]
    public async Task Crawl_RedirectedToAnotherServerOfThisMachine_NeverConnectsToIt(string location)
    {
        await using var trap = await ZhihuSiteServer.StartAsync(FaultyCrawl.World, port: 0, new SiteOptions(), TestContext.Current.CancellationToken);
        var there = string.Format(CultureInfo.InvariantCulture, location, trap.Address.Port);

        var report = await AssertCostsItselfAloneAsync(RedirectFaults.To(there), "redirects to ");

        Assert.Equal(0, trap.Journal.Requests);
        Assert.DoesNotContain("secret", report.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crawl_WithABombBehindEveryFirstRequest_StopsWithoutTakingMoreThanTheCapOfEach()
    {
        await _crawl.StartAsync(BombFaults.Plain());

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Incomplete, 1), (report.End, report.Failed)); // The feed's first page: there is nothing else to ask for.
        Assert.InRange(report.Transferred, FetchDefaults.LargestBody, FetchDefaults.LargestBody + (1 << 20));

        _crawl.Lift();
        Assert.Null((await _crawl.CrawlAsync()).Problem);
        await _crawl.AssertWholeAsync();
    }

    private async Task<CrawlReport> AssertCostsItselfAloneAsync(Fault fault, string outcome)
    {
        await _crawl.StartAsync(fault with { Only = request => request.Address == FaultyCrawl.FirstReviews });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Incomplete, 1), (report.End, report.Failed));
        await _crawl.AssertWholeAsync(FaultyCrawl.IsReviewOfTheLive);
        var item = await _crawl.ItemAsync(FaultyCrawl.FirstReviews);
        Assert.Equal((FrontierState.Failed, 1), (item.State, item.History!.Count));
        Assert.Contains(outcome, item.Outcome, StringComparison.Ordinal);
        Assert.Contains(item.Outcome!, report.Problem, StringComparison.Ordinal);
        Assert.Equal(1, _crawl.Asked(FaultyCrawl.FirstReviews)); // It would only do the same again.

        _crawl.Lift();
        Assert.Null((await _crawl.CrawlAsync()).Problem);
        await _crawl.AssertWholeAsync();
        return report;
    }
}
