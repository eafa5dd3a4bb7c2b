using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.ZhihuSite.Faults;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

/// <summary>Crawls over a bad line: good answers that do not get through, and a server that is down.</summary>
public sealed class WireFaultCrawlTests : IAsyncDisposable
{
    private readonly FaultyCrawl _crawl = new();

    public ValueTask DisposeAsync() => _crawl.DisposeAsync();

    [Theory]
    [InlineData("reset=1:first")]
    [InlineData("long-length=1:first")]
    [InlineData("truncated-gzip=1:first")]
    [InlineData("5xx=1:first")]
    public async Task Crawl_WhereEveryAddressFailsOnce_IsWholeAtTheSecondAttempt(string fault)
    {
        await _crawl.StartAsync(FaultyCrawl.Named(fault));

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Finished, null, 0), (report.End, report.Problem, report.Failed));
        await _crawl.AssertWholeAsync();
        // The head of the feed is read once more at the end.
        var asked = _crawl.Local.Journal.Entries.Where(entry => entry.Address != "/robots.txt").GroupBy(entry => entry.Address).ToList();
        Assert.All(asked, address => Assert.InRange(address.Count(), 2, address.Key.StartsWith("/lives?", StringComparison.Ordinal) ? 3 : 2));
        Assert.Single((await _crawl.ItemAsync(FaultyCrawl.FirstReviews)).History!);
    }

    [Theory]
    [InlineData("latency=1..5ms")]
    [InlineData("reset=0.2")]
    [InlineData("5xx=0.1")]
    public async Task Crawl_OverALineThatIsBadNowAndThen_IsWholeAfterTheNextCrawlAtTheLatest(string fault)
    {
        await _crawl.StartAsync(FaultyCrawl.Named(fault));

        var report = await _crawl.CrawlAsync();
        _crawl.Lift();
        var second = await _crawl.CrawlAsync();

        Assert.Equal(report.Failed == 0 ? CrawlEnd.Finished : CrawlEnd.Incomplete, report.End);
        Assert.Null(second.Problem);
        await _crawl.AssertWholeAsync();
    }

    [Theory]
    [InlineData("reset=1", "broke off in the middle of its answer")]
    [InlineData("long-length=1", "broke off in the middle of its answer")]
    [InlineData("truncated-gzip=1", "sent a body that is torn, or not in the encoding it names")]
    [InlineData("drip=1", "gave no whole answer within 00:00:01")]
    [InlineData("latency=3000ms", "gave no whole answer within 00:00:01")]
    [InlineData("5xx=1:address", "answered 503")]
    public async Task Crawl_WhereOneAddressNeverGetsThrough_LacksItAloneUntilTheNextCrawl(string fault, string outcome)
    {
        _crawl.Local.Fetching.AttemptTimeout = TimeSpan.FromSeconds(1);
        var bad = FaultyCrawl.Named(fault);
        bad = bad is SendFault { Name: "drip" } ? WireFaults.Drip(100, TimeSpan.FromMilliseconds(100)) : bad;
        await _crawl.StartAsync(bad with { Only = request => request.Address == FaultyCrawl.FirstReviews });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Incomplete, 1), (report.End, report.Failed));
        Assert.EndsWith($"{FaultyCrawl.FirstReviews} {outcome}; the next crawl tries them again", report.Problem, StringComparison.Ordinal);
        await _crawl.AssertWholeAsync(FaultyCrawl.IsReviewOfTheLive);
        var item = await _crawl.ItemAsync(FaultyCrawl.FirstReviews);
        Assert.Equal((FrontierState.Failed, 1), (item.State, item.History!.Count));
        Assert.EndsWith(outcome, item.Outcome, StringComparison.Ordinal);
        Assert.Equal(1 + _crawl.Local.Fetching.Retries, _crawl.Asked(FaultyCrawl.FirstReviews));

        _crawl.Lift();
        var second = await _crawl.CrawlAsync();

        Assert.Null(second.Problem);
        await _crawl.AssertWholeAsync();
        item = await _crawl.ItemAsync(FaultyCrawl.FirstReviews);
        Assert.Equal([FrontierState.Done, item.History![0].Outcome, "fetched"], [item.State, .. item.History.Select(visit => visit.Outcome)]);
        Assert.Equal(1, _crawl.Asked($"{FaultyCrawl.LivePath}/reviews?limit=20&offset=38"));
    }

    [Theory]
    [InlineData("reset=1")]
    [InlineData("bomb-plain=1")]
    public async Task Crawl_WhereAFeedPageNeverGetsThrough_GoesOnFromThereInTheNextCrawl(string fault)
    {
        await _crawl.StartAsync(FaultyCrawl.Named(fault) with { Only = request => request.Address == FaultyCrawl.ThirdFeedPage });

        var report = await _crawl.CrawlAsync();
        var lives = report.Lives.Added;
        _crawl.Lift();
        var second = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Incomplete, 1), (report.End, report.Failed));
        Assert.InRange(lives, 1, 19);
        Assert.Null(second.Problem);
        await _crawl.AssertWholeAsync();
    }

    [Fact]
    public async Task Crawl_InAnOutage_StopsAfterAFewFailuresAndTheNextOneGoesOn()
    {
        // The first pages get through, then nothing does.
        await _crawl.StartAsync(Refusals.Outage() with { Scope = FaultScope.EachRequest, FromRequest = 30 });

        var report = await _crawl.CrawlAsync();
        var failures = new CrawlOptions().FailuresInARow;

        Assert.Equal((CrawlEnd.Incomplete, failures), (report.End, report.Failed));
        Assert.StartsWith($"{failures} fetches in a row failed, the last: {_crawl.Local.Site}/", report.Problem, StringComparison.Ordinal);
        Assert.Equal(failures * (1 + _crawl.Local.Fetching.Retries), _crawl.Local.Journal.Entries.Count(entry => entry.Status == 503));

        _crawl.Lift();
        Assert.Null((await _crawl.CrawlAsync()).Problem);
        await _crawl.AssertWholeAsync();
    }
}
