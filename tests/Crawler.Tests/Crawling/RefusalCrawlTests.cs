using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Site;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

/// <summary>Crawls of a site that says no: to all of us for a while, to all of us for good, or of one target only.</summary>
public sealed class RefusalCrawlTests : IAsyncDisposable
{
    // Some pages of the feed are in by then.
    private const int FirstRefused = 8;

    private readonly FaultyCrawl _crawl = new();

    public ValueTask DisposeAsync() => _crawl.DisposeAsync();

    [Theory]
    [InlineData("captcha", "the captcha wall: a person has to pass it in a browser first", 24)]
    [InlineData("captcha-redirect", "the captcha wall: a person has to pass it in a browser first", 24)]
    [InlineData("risk", "risk control: the site has closed the door for a while", 6)]
    public async Task Crawl_ThatIsTurnedAway_StopsAtOnceAndLeavesTheHostAlone(string fault, string meaning, int hours)
    {
        await _crawl.StartAsync(FaultyCrawl.Named($"{fault}=1") with { FromRequest = FirstRefused });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Refused, FirstRefused - 1, 1), (report.End, report.Pages, report.Failed));
        Assert.EndsWith($"{meaning}; the crawl stops here", report.Problem, StringComparison.Ordinal);
        Assert.Contains($"{_crawl.Local.Site}/lives?", report.Problem, StringComparison.Ordinal);
        Assert.Equal(FirstRefused + 1, _crawl.Local.Journal.Requests); // With robots.txt. No second attempt.
        Assert.Equal(report.Lives.Added, (await _crawl.Local.ReadAsync(Collections.Lives)).Count);
        Assert.True(report.Lives.Added > 10 * (FirstRefused - 2));
        var host = await _crawl.HostAsync();
        Assert.InRange(host.PausedUntil!.Value - _crawl.Clock.GetUtcNow(), TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(1), TimeSpan.FromHours(hours));
        Assert.EndsWith(meaning, host.PauseReason, StringComparison.Ordinal);
        var refused = Assert.Single(await FailedAsync());
        Assert.Equal([refused.Outcome], refused.History!.Select(visit => visit.Outcome));
    }

    [Fact]
    public async Task Crawl_OfAHostThatIsLeftAlone_AsksNothingHoweverOftenItIsStartedAndThenGoesOn()
    {
        await _crawl.StartAsync(FaultyCrawl.Named("captcha=1") with { FromRequest = FirstRefused });
        await _crawl.CrawlAsync();
        _crawl.Lift();
        var requests = _crawl.Local.Journal.Requests;

        for (var start = 0; start < 3 * FrontierSteps.MostAbandoned; start++)
        {
            _crawl.Clock.Ahead += TimeSpan.FromHours(1);
            var paused = await _crawl.CrawlAsync();

            Assert.Equal((CrawlEnd.Paused, 0), (paused.End, paused.Failed));
            Assert.StartsWith($"{_crawl.Local.Site} is left alone until ", paused.Problem, StringComparison.Ordinal);
            Assert.Contains("the captcha wall", paused.Problem, StringComparison.Ordinal);
            Assert.Equal(requests, _crawl.Local.Journal.Requests);
        }

        Assert.Empty(await FailedAsync());
        _crawl.Clock.Ahead = TimeSpan.FromHours(24);
        Assert.Null((await _crawl.CrawlAsync()).Problem);
        await _crawl.AssertWholeAsync();
    }

    [Fact]
    public async Task Crawl_WhereALoginIsWanted_StopsAtOnceAndTheNextOneAsksAgain()
    {
        await _crawl.StartAsync(FaultyCrawl.Named("login=1") with { FromRequest = FirstRefused });

        var report = await _crawl.CrawlAsync();
        var requests = _crawl.Local.Journal.Requests;
        _crawl.Lift();
        var second = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Refused, 1), (report.End, report.Failed));
        Assert.Contains("never logs in", report.Problem, StringComparison.Ordinal);
        Assert.Equal(FirstRefused + 1, requests);
        Assert.Null(second.Problem);
        await _crawl.AssertWholeAsync();
    }

    [Theory]
    [InlineData("429")]
    [InlineData("429-date")]
    public async Task Crawl_AskedToWaitALittle_WaitsAndIsWhole(string fault)
    {
        _crawl.Local.Fetching.LongestRetryDelay = TimeSpan.FromSeconds(10);
        await _crawl.StartAsync(FaultyCrawl.Named($"{fault}=1:first") with { Only = request => request.Address == FaultyCrawl.FirstReviews });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Finished, 0), (report.End, report.Failed));
        await _crawl.AssertWholeAsync();
        var asked = _crawl.Local.Journal.Entries.ToList();
        var refused = asked.FindIndex(entry => entry.Status == 429);
        Assert.Equal(FaultyCrawl.FirstReviews, asked[refused + 1].Address);
        // Of the two seconds a date loses the part of one that it cannot say.
        Assert.True(asked[refused + 1].At - asked[refused].At > TimeSpan.FromSeconds(fault == "429" ? 1.99 : 0.9));
    }

    [Fact]
    public async Task Crawl_AskedToWaitLong_PausesAndGoesOnWhenTheTimeIsOver()
    {
        await _crawl.StartAsync(Refusals.TooMany(TimeSpan.FromHours(1)) with { FromRequest = FirstRefused });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Paused, 0), (report.End, report.Failed));
        Assert.EndsWith("it answered 429 with Retry-After 3600 s", report.Problem, StringComparison.Ordinal);
        Assert.Equal(FirstRefused + 1, _crawl.Local.Journal.Requests);
        Assert.Empty(await FailedAsync());

        _crawl.Lift();
        Assert.Equal(CrawlEnd.Paused, (await _crawl.CrawlAsync()).End);
        Assert.Equal(FirstRefused + 1, _crawl.Local.Journal.Requests);
        _crawl.Clock.Ahead = TimeSpan.FromHours(1);
        Assert.Null((await _crawl.CrawlAsync()).Problem);
        await _crawl.AssertWholeAsync();
    }

    [Fact]
    public async Task Crawl_ToldThatThereIsTooMuchWithoutSayingUntilWhen_TriesAFewTimesAndStops()
    {
        await _crawl.StartAsync(Refusals.TooMany(TimeSpan.Zero) with { FromRequest = FirstRefused });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Refused, 1), (report.End, report.Failed));
        Assert.Contains("refuses us (429)", report.Problem, StringComparison.Ordinal);
        Assert.Equal(1 + _crawl.Local.Fetching.Retries, _crawl.Local.Journal.Entries.Count(entry => entry.Status == 429));
    }

    [Fact]
    public async Task Crawl_WhereOneAddressWantsASignature_LeavesItOutForGood()
    {
        await _crawl.StartAsync(FaultyCrawl.Named("signature=1") with { Only = request => request.Address == FaultyCrawl.FirstReviews });

        var report = await _crawl.CrawlAsync();
        await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Finished, null, 1, 0), (report.End, report.Problem, report.Skipped, report.Failed));
        Assert.Contains(report.Warnings, warning => warning.Contains(FaultyCrawl.FirstReviews, StringComparison.Ordinal) && warning.Contains("signature", StringComparison.Ordinal));
        Assert.Equal(1, _crawl.Asked(FaultyCrawl.FirstReviews));
        var item = await _crawl.ItemAsync(FaultyCrawl.FirstReviews);
        Assert.Equal(FrontierState.Done, item.State);
        Assert.Contains("refused for good", item.Outcome, StringComparison.Ordinal);
        await _crawl.AssertWholeAsync(FaultyCrawl.IsReviewOfTheLive);
    }

    [Fact]
    public async Task Crawl_WhereTheFeedWantsASignature_IsRefusedAndNotDone()
    {
        await _crawl.StartAsync(FaultyCrawl.Named("signature=1") with { FromRequest = FirstRefused });

        var report = await _crawl.CrawlAsync();

        Assert.Equal(CrawlEnd.Refused, report.End);
        Assert.Contains("signature", report.Problem, StringComparison.Ordinal);
        Assert.Equal(FirstRefused + 1, _crawl.Local.Journal.Requests);

        _crawl.Lift();
        Assert.Null((await _crawl.CrawlAsync()).Problem);
        await _crawl.AssertWholeAsync();
    }

    [Fact]
    public async Task Crawl_WhereTheFeedIsGone_HasFailedAndIsNotDone()
    {
        await _crawl.StartAsync(new AnswerFault("gone-feed", (_, _) => SiteErrors.NotFound) { Only = request => request.Path == "/lives" });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Incomplete, 1, 0), (report.End, report.Failed, report.Gone));
        Assert.Contains("/lives?limit=10&offset=0 is gone (404)", report.Problem, StringComparison.Ordinal);

        _crawl.Lift();
        Assert.Null((await _crawl.CrawlAsync()).Problem);
        await _crawl.AssertWholeAsync();
    }

    [Fact]
    public async Task Crawl_WhereALiveIsGone_RemembersItAndGoesOn()
    {
        await _crawl.StartAsync(FaultyCrawl.Named("gone-live=1") with { Only = request => request.Path == FaultyCrawl.ReviewsPath });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Finished, null, 0), (report.End, report.Problem, report.Failed));
        Assert.Equal(1 + FaultyCrawl.World.Speakers.Count(speaker => speaker.IsGone), report.Gone);
        var live = await _crawl.Local.Store.FindAsync(Collections.Lives, FaultyCrawl.Live.Id, TestContext.Current.CancellationToken);
        // Its reviews are gone. Whether the live is, its own address says when it is due: see CrawlIncrementalTests.
        Assert.Null(live!.GoneAt);
        var item = await _crawl.ItemAsync(FaultyCrawl.FirstReviews);
        Assert.Equal((FrontierState.Done, "gone", 404), (item.State, item.Outcome, item.History![^1].Status));
        Assert.Equal(1, _crawl.Asked(FaultyCrawl.FirstReviews));
    }

    [Theory]
    [InlineData("gone-person", 400)]
    [InlineData("limited-person", 403)]
    public async Task Crawl_WhereEverySpeakerIsGone_KeepsWhatTheLivesSayOfThemAndGoesOn(string fault, int status)
    {
        await _crawl.StartAsync(FaultyCrawl.Named($"{fault}=1"));

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Finished, null, 0), (report.End, report.Problem, report.Failed));
        var speakers = await _crawl.Local.ReadAsync(Collections.Speakers);
        Assert.Equal(speakers.Count, report.Gone);
        Assert.All(speakers, speaker => Assert.NotNull(speaker.GoneAt));
        Assert.All(await _crawl.Local.ReadAsync(Collections.Lives), live => Assert.Contains(speakers, speaker => speaker.Id == live.SpeakerId));
        var item = await _crawl.ItemAsync($"/people/{speakers[0].Id}");
        Assert.Equal((FrontierState.Done, "gone", status), (item.State, item.Outcome, item.History![^1].Status));
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /", 200, CrawlEnd.Forbidden)]
    [InlineData("", 503, CrawlEnd.Incomplete)] // An outage: nobody has forbidden anything, and nobody has allowed it.
    public async Task Crawl_ThatRobotsTxtForbids_AsksForNothingElseAndSaysSo(string text, int status, CrawlEnd end)
    {
        await _crawl.StartAsync(new SiteOptions { RobotsTxt = new RobotsTxt(text, status) });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((end, 0), (report.End, report.Pages));
        Assert.Contains("robots.txt", report.Problem, StringComparison.Ordinal);
        Assert.All(_crawl.Local.Journal.Entries, entry => Assert.Equal("/robots.txt", entry.Address));
    }

    [Fact]
    public async Task Crawl_WhereRobotsTxtForbidsPeople_LeavesThemOutAndIsOtherwiseWhole()
    {
        await _crawl.StartAsync(new SiteOptions { RobotsTxt = new RobotsTxt("User-agent: *\nDisallow: /people/") });

        var report = await _crawl.CrawlAsync();

        Assert.Equal((CrawlEnd.Finished, null), (report.End, report.Problem));
        Assert.Equal((await _crawl.Local.ReadAsync(Collections.Speakers)).Count, report.Skipped);
        Assert.DoesNotContain(_crawl.Local.Journal.Entries, entry => entry.Address.StartsWith("/people/", StringComparison.Ordinal));
        await _crawl.AssertWholeAsync(isMissing: null, "speakers", "portraits");
    }

    private async Task<List<FrontierItem>> FailedAsync() =>
        await _crawl.Local.Store.Frontier.ReadAsync(_crawl.Local.Site, FrontierState.Failed, 100, TestContext.Current.CancellationToken).ToListAsync();
}
