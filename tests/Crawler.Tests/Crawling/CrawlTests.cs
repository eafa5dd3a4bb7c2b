using System.Text;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Tests.ZhihuSite;
using LiveQuality.Tests;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

public sealed class CrawlTests : IAsyncDisposable
{
    private readonly LocalCrawl _local = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _local.DisposeAsync();

    [Fact]
    public async Task Crawl_OfTheSite_StoresEveryLiveReviewAndSpeaker()
    {
        var world = Worlds.Small;
        await _local.StartAsync(world, interceptor: null);

        var report = await _local.CrawlAsync(Cancel);

        Assert.Null(report.Problem);
        Assert.Equal(world.Lives.Count - World.BrokenLives, report.Lives.Added);
        Assert.Equal(World.BrokenLives, report.Quarantined);
        Assert.Equal(await ExpectedReviewsAsync(world), report.Reviews.Added);
        var speakers = await _local.ReadAsync(Collections.Speakers);
        Assert.All(await _local.ReadAsync(Collections.Lives), live => Assert.Contains(speakers, speaker => speaker.Id == live.SpeakerId));
        Assert.Equal(world.Speakers.Count(s => s.IsGone), report.Gone);
    }

    [Fact]
    public async Task Crawl_ASecondTime_ChangesNothing()
    {
        await _local.StartAsync(Worlds.Small, interceptor: null);
        await _local.CrawlAsync(Cancel);
        var before = await _local.Store.CountAsync(Cancel);

        var report = await _local.CrawlAsync(Cancel);

        Assert.Equal(before, await _local.Store.CountAsync(Cancel));
        Assert.Equal((0, 0), (report.Lives.Added, report.Lives.Changed));
        Assert.Equal(0, report.Speakers.Changed);
        Assert.True(report.Pages > 0);
    }

    [Fact]
    public async Task Crawl_OfASiteThatRenamedAKey_SaysSoInTheSameRun()
    {
        await _local.StartAsync(Worlds.Small, context => RenameAsync(context, "\"liked_num\":", "\"like_count\":"));

        var report = await _local.CrawlAsync(Cancel);

        var alert = Assert.Single(report.FieldAlerts);
        Assert.Equal(("live", "liked_num", FieldAlertKind.Renamed, "like_count", true), (alert.Kind, alert.Field, alert.Change, alert.RenamedTo, alert.Broken));
        // Pages overlap by an item, and the head of the feed is read once more.
        Assert.InRange(report.Watched!.Kinds.Single(kind => kind.Kind == "live").Items, Worlds.Small.Lives.Count, Worlds.Small.Lives.Count * 3 / 2);
        Assert.Null(report.Problem);
    }

    [Fact]
    public async Task Crawl_WhereEveryAddressFailsOnce_IsWholeAllTheSame()
    {
        var asked = new HashSet<string>();
        await _local.StartAsync(Worlds.Small, context => FailAsync(context, StatusCodes.Status503ServiceUnavailable, asked.Add(context.Request.Path + context.Request.QueryString)));

        var report = await _local.CrawlAsync(Cancel);

        Assert.Null(report.Problem);
        Assert.Equal(Worlds.Small.Lives.Count - World.BrokenLives, report.Lives.Added);
    }

    [Fact]
    public async Task Crawl_ThatMeetsTheCaptchaWall_StopsAtOnceAndKeepsWhatItHas()
    {
        var requests = 0;
        await _local.StartAsync(Worlds.Small, context => FailAsync(context, StatusCodes.Status403Forbidden, context.Request.Path != "/robots.txt" && ++requests > 5));

        var report = await _local.CrawlAsync(Cancel);

        Assert.Contains("refuses us (403)", report.Problem, StringComparison.Ordinal);
        Assert.Equal(6, requests);
        Assert.Equal(5, report.Pages);
        Assert.Equal(report.Lives.Added, (await _local.ReadAsync(Collections.Lives)).Count);
        Assert.True(report.Lives.Added >= 10);
    }

    [Fact]
    public async Task Crawl_InAnOutage_StopsAndSaysSo()
    {
        await _local.StartAsync(Worlds.Small, context =>
            FailAsync(context, StatusCodes.Status500InternalServerError, context.Request.Path.Value is not ("/lives" or "/robots.txt")));

        var report = await _local.CrawlAsync(Cancel);

        Assert.Contains($"{new CrawlOptions().FailuresInARow} fetches in a row failed", report.Problem, StringComparison.Ordinal);
        Assert.Equal(new CrawlOptions().FailuresInARow, report.Failed);
    }

    [Fact]
    public async Task Crawl_ThatGetsHtmlForJson_QuarantinesThePageAndIsNotWhole()
    {
        await _local.StartAsync(Worlds.Small, async context =>
        {
            var isThird = context.Request.QueryString.Value!.Contains("offset=18", StringComparison.Ordinal) && context.Request.Path == "/lives";
            if (isThird)
            {
                await context.Response.WriteAsync("<html><body>系统维护</body></html>");
            }

            return isThird;
        });

        var report = await _local.CrawlAsync(Cancel);

        Assert.Contains("offset=18", report.Problem, StringComparison.Ordinal);
        var page = Assert.Single(await _local.ReadAsync(Collections.Quarantine), entry => entry.Kind == "page");
        Assert.Contains("系统维护", page.Payload, StringComparison.Ordinal);
        Assert.EndsWith("offset=18", page.Origin, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crawl_OfAListThatRepeatsItsFirstPageForEver_Ends()
    {
        var feedPages = 0;
        await _local.StartAsync(Worlds.Small, context =>
        {
            if (context.Request.Path == "/lives")
            {
                feedPages++;
                // The hidden depth cap: from the third page on, the first one comes again and again.
                if (!context.Request.QueryString.Value!.EndsWith("offset=0", StringComparison.Ordinal) && feedPages > 2)
                {
                    context.Request.QueryString = new QueryString("?limit=10&offset=0");
                }
            }

            return Task.FromResult(false);
        });

        var report = await _local.CrawlAsync(Cancel);

        Assert.Null(report.Problem);
        Assert.InRange(feedPages, 3, 8);
        Assert.Contains(report.Warnings, warning => warning.Contains("brings nothing new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Crawl_ThatIsStopped_KeepsWhatItHasAndTheNextOneFinishes()
    {
        await _local.StartAsync(Worlds.Small, interceptor: null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _local.CrawlAsync(new StopAfter(batches: 3, stop), stop.Token));
        var kept = (await _local.ReadAsync(Collections.Lives)).Count;
        var counts = await _local.Store.Frontier.CountAsync(site: null, Cancel);
        var report = await _local.CrawlAsync(Cancel);

        Assert.InRange(kept, 1, Worlds.Small.Lives.Count - World.BrokenLives);
        Assert.Equal(0, counts.Leased);
        Assert.Null(report.Problem);
        Assert.Equal(Worlds.Small.Lives.Count - World.BrokenLives, (await _local.ReadAsync(Collections.Lives)).Count);
        Assert.Equal(await ExpectedReviewsAsync(Worlds.Small), (await _local.ReadAsync(Collections.Reviews)).Count);
    }

    [Fact]
    public async Task Crawl_OfAnEmptyFeed_IsNotTakenForDone()
    {
        await _local.StartAsync(Worlds.Small, async context =>
        {
            await context.Response.WriteAsync("""{"paging":{"is_end":true},"data":[]}""", Cancel);
            return true;
        });

        Assert.Equal("the feed holds no live", (await _local.CrawlAsync(Cancel)).Problem);
    }

    [Fact]
    public async Task Crawl_WhereEverySpeakersAccountIsClosedWith403_GoesOn()
    {
        await _local.StartAsync(Worlds.Small, async context =>
        {
            var isPerson = context.Request.Path.StartsWithSegments("/people", StringComparison.Ordinal);
            if (isPerson)
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                await context.Response.WriteAsync("""{"error":{"code":310001,"message":"该帐号已停用"}}""", Cancel);
            }

            return isPerson;
        });

        var report = await _local.CrawlAsync(Cancel);

        Assert.Null(report.Problem);
        Assert.True(report.Gone > 1);
    }

    [Fact]
    public async Task Crawl_WhereAnotherSitesCrawlWasLeftUnfinished_LeavesItAlone()
    {
        await _local.StartAsync(Worlds.Small, interceptor: null);
        await _local.Store.OpenAsync(Cancel);
        var left = new FrontierItem { Id = "https://api.zhihu.com/lives?limit=10&offset=70", Site = "https://api.zhihu.com", Kind = "feed", Priority = 0, DueAt = DateTimeOffset.UnixEpoch };
        await _local.Store.Frontier.AddAsync([left], Cancel);

        var report = await _local.CrawlAsync(Cancel);

        Assert.Null(report.Problem);
        Assert.Equal(1, (await _local.Store.Frontier.CountAsync(left.Site, Cancel)).Due);
    }

    [Fact]
    public async Task Crawl_OfTheRealRecords_LosesNone()
    {
        var folder = RealData.Path("zhihu-api");

        var report = await _local.CrawlAsync($"jsonl:{folder}", Cancel);

        Assert.Null(report.Problem);
        Assert.Equal((30, 2168, 0), (report.Lives.Added, report.Reviews.Added, report.Quarantined));
    }

    // Every review of a live that is not quarantined: the broken ones are never asked for.
    private async Task<int> ExpectedReviewsAsync(World world)
    {
        var kept = (await _local.ReadAsync(Collections.Lives)).Select(live => live.Id).ToHashSet();
        return world.Lives.Where(live => kept.Contains(live.Id)).Sum(live => live.Reviews);
    }

    private static Task<bool> FailAsync(HttpContext context, int status, bool fails)
    {
        context.Response.StatusCode = fails ? status : context.Response.StatusCode;
        return Task.FromResult(fails);
    }

    private static async Task<bool> RenameAsync(HttpContext context, string key, string name)
    {
        var answer = new InventedSite(Worlds.Small).Answer(context.Request.Path, context.Request.QueryString.Value ?? "");
        context.Response.StatusCode = answer.Status;
        await context.Response.WriteAsync(Encoding.UTF8.GetString(answer.Body).Replace(key, name, StringComparison.Ordinal), context.RequestAborted);
        return true;
    }

    private sealed class StopAfter(int batches, CancellationTokenSource stop) : IProgress<CrawlProgress>
    {
        private int _batches;

        public void Report(CrawlProgress value)
        {
            if (++_batches == batches)
            {
                stop.Cancel();
            }
        }
    }
}
