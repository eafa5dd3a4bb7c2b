using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

/// <summary>Every step in two crawls at least: the first one fills the store, then the site changes or does not.</summary>
public sealed class CrawlIncrementalTests : IAsyncDisposable
{
    private const int Lives = 300;

    // Each look at the clock moves it a little, as a real one does.
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2019, 3, 1, 0, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
    private readonly ChangingWorld _world = new(World.Create(seed: 3, Lives));
    private readonly LocalCrawl _local;

    public CrawlIncrementalTests() => _local = new LocalCrawl(_time);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _local.DisposeAsync();

    [Fact]
    public async Task SecondCrawl_OfAnUnchangedSite_TransfersAtMost2Percent()
    {
        await StartAndCrawlAsync(new SiteOptions());
        var first = _local.Journal.Bytes;

        var report = await _local.CrawlAsync(Cancel);

        Assert.Null(report.Problem);
        Assert.InRange(_local.Journal.Bytes - first, 1, first * 0.02);
        Assert.Equal((0, 0), (report.Lives.Added, report.Lives.Changed));
    }

    [Fact]
    public async Task Crawl_WithWhole_ReadsEverythingAgain()
    {
        await StartAndCrawlAsync(new SiteOptions());
        var first = _local.Journal.Bytes;

        _local.Whole = true;
        await _local.CrawlAsync(Cancel);

        Assert.InRange(_local.Journal.Bytes - first, first * 0.9, first * 1.1);
        Assert.Empty(await _local.ReadAsync(Collections.Observations));
    }

    [Fact]
    public async Task LaterCrawl_OfASiteThatKnowsETags_AsksEachLiveAgainAndGets304()
    {
        await StartAndCrawlAsync(new SiteOptions { ETags = true });
        _time.Advance(TimeSpan.FromDays(31));
        await _local.CrawlAsync(Cancel); // The detail has another ETag than the list had: it is learnt here.
        _time.Advance(TimeSpan.FromDays(61));
        var before = _local.Journal.Bytes;

        var report = await _local.CrawlAsync(Cancel);

        Assert.Null(report.Problem);
        Assert.True(report.Unchanged >= Lives - World.BrokenLives, $"{report.Unchanged} answers of 304");
        Assert.True(_local.Journal.Bytes - before < 200_000, $"{_local.Journal.Bytes - before} bytes");
        Assert.Empty(await _local.ReadAsync(Collections.Observations));
    }

    [Fact]
    public async Task LaterCrawl_OfALiveThatHasChanged_ObservesOldAndNewAndReadsTheNewReviews()
    {
        await StartAndCrawlAsync(new SiteOptions());
        var old = (await _local.ReadAsync(Collections.Lives)).First(live => live is { ReviewCount: > 10, ReviewScore: not null });
        _world.AddReviews(old.Id, 1, 2, 1);
        _world.ChangeLive(old.Id, live => live with { Likes = live.Likes + 7 });
        _time.Advance(TimeSpan.FromDays(31));

        await _local.CrawlAsync(Cancel);

        var now = (await _local.Store.FindAsync(Collections.Lives, old.Id, Cancel))!;
        Assert.Equal((old.ReviewCount + 3, old.LikedNum + 7), (now.ReviewCount, now.LikedNum));
        var changes = (await _local.ReadAsync(Collections.Observations)).Where(o => o.LiveId == old.Id).SelectMany(o => o.Changes).ToList();
        Assert.Contains(new FieldChange("reviewCount", $"{old.ReviewCount}", $"{now.ReviewCount}"), changes);
        Assert.Contains(new FieldChange("likedNum", $"{old.LikedNum}", $"{now.LikedNum}"), changes);
        Assert.Equal(now.ReviewCount, (await _local.ReadAsync(Collections.Reviews)).Count(review => review.LiveId == old.Id));
    }

    [Fact]
    public async Task LaterCrawl_OfALiveThatHasVanished_PutsATombstoneAndKeepsTheRecord()
    {
        await StartAndCrawlAsync(new SiteOptions());
        var old = (await _local.ReadAsync(Collections.Lives))[7];
        _world.RemoveLive(old.Id);
        _time.Advance(TimeSpan.FromDays(31));

        var report = await _local.CrawlAsync(Cancel);
        _time.Advance(TimeSpan.FromDays(31));
        var asked = _local.Journal.Requests;
        var later = await _local.CrawlAsync(Cancel);

        var now = (await _local.Store.FindAsync(Collections.Lives, old.Id, Cancel))!;
        Assert.Null(report.Problem);
        Assert.NotNull(now.GoneAt);
        Assert.Equal(old with { GoneAt = now.GoneAt, Version = 1, ObservedAt = now.ObservedAt }, now with { CospeakerIds = old.CospeakerIds, Tags = old.Tags });
        Assert.Contains((await _local.ReadAsync(Collections.Observations)).Single(o => o.LiveId == old.Id).Changes, change => change is { Field: "goneAt", Old: null });
        Assert.True(_local.Journal.Requests > asked);
        Assert.Null(later.Problem);
        Assert.Single(_local.Journal.Entries, entry => entry.Address == $"/lives/{old.Id}");
    }

    [Fact]
    public async Task LaterCrawl_OfManyNewReviewsWhoseListShrinksMeanwhile_ReadsThemAll()
    {
        var grown = "";
        var pages = 0;
        await _local.StartAsync(_world, new SiteOptions
        {
            Interceptor = context =>
            {
                // Reviews go while their list is read: the page behind is then read again, and by that time it is all known.
                if (context.Request.Path == $"/lives/{grown}/reviews" && ++pages == 2)
                {
                    _world.RemoveReviews(grown, 3);
                }

                return Task.FromResult(false);
            },
        });
        await _local.CrawlAsync(Cancel);
        grown = (await _local.ReadAsync(Collections.Lives)).First(live => live.ReviewCount > 10).Id;
        _world.AddReviews(grown, [.. Enumerable.Repeat(4, 45)]);
        _time.Advance(TimeSpan.FromDays(31));

        await _local.CrawlAsync(Cancel);

        var stored = (await _local.ReadAsync(Collections.Reviews)).Select(review => review.Id).ToHashSet();
        Assert.True(pages > 2);
        Assert.All(_world.ReviewsOf(_world.FindLive(grown)!), review => Assert.Contains(review.Id, stored));
    }

    [Fact]
    public async Task LaterCrawl_OfALiveThatCameBack_TakesTheTombstoneAway()
    {
        await StartAndCrawlAsync(new SiteOptions());
        var id = (await _local.ReadAsync(Collections.Lives))[3].Id;
        await _local.Store.UpsertAsync(Collections.Lives, [new Live { Id = id, ObservedAt = _time.GetUtcNow(), GoneAt = _time.GetUtcNow() }], Cancel);
        _time.Advance(TimeSpan.FromDays(31));

        await _local.CrawlAsync(Cancel);

        Assert.Null((await _local.Store.FindAsync(Collections.Lives, id, Cancel))!.GoneAt);
    }

    [Fact]
    public async Task LaterCrawl_AfterTheFeedsFirstPageWasUnreadable_ReadsTheFeed()
    {
        var isBroken = true;
        await _local.StartAsync(_world, new SiteOptions
        {
            Interceptor = async context =>
            {
                var breaks = isBroken && context.Request.Path == "/lives" && context.Request.QueryString.Value!.EndsWith("offset=0", StringComparison.Ordinal);
                if (breaks)
                {
                    await context.Response.WriteAsync("<html>系统维护</html>");
                }

                return breaks;
            },
        });
        Assert.NotNull((await _local.CrawlAsync(Cancel)).Problem);
        isBroken = false;
        _time.Advance(TimeSpan.FromMinutes(1));
        _world.AddLiveOnTop();

        var report = await _local.CrawlAsync(Cancel);

        Assert.Null(report.Problem);
        Assert.Equal(_world.Lives.Count - World.BrokenLives, (await _local.ReadAsync(Collections.Lives)).Count);
    }

    [Fact]
    public async Task LaterCrawl_OfARenamedSpeakerWithANewToken_KeepsOnePerson()
    {
        await StartAndCrawlAsync(new SiteOptions());
        var speakers = await _local.ReadAsync(Collections.Speakers);
        var old = speakers.First(speaker => speaker is { GoneAt: null, FollowerCount: not null });
        _world.Rename(old.Id, "改了名字");
        _world.ChangeToken(old.Id, "new-token");
        _time.Advance(TimeSpan.FromDays(31));

        await _local.CrawlAsync(Cancel);

        var now = (await _local.Store.FindAsync(Collections.Speakers, old.Id, Cancel))!;
        Assert.Equal(("改了名字", "new-token"), (now.Name, now.UrlToken));
        Assert.Equal(speakers.Count, (await _local.ReadAsync(Collections.Speakers)).Count);
    }

    [Fact]
    public async Task LaterCrawl_WhereLivesWereAnnounced_FindsThemWithoutReadingTheWholeFeed()
    {
        await StartAndCrawlAsync(new SiteOptions());
        _time.Advance(TimeSpan.FromHours(1));
        var added = Enumerable.Range(0, 12).Select(_ => _world.AddLiveOnTop().Id).ToList();
        var asked = _local.Journal.Entries.Count;

        var report = await _local.CrawlAsync(Cancel);

        Assert.Equal(added.Count, report.Lives.Added);
        Assert.InRange(_local.Journal.Entries.Skip(asked).Count(entry => entry.Address.StartsWith("/lives?", StringComparison.Ordinal)), 2, 4);
    }

    [Fact]
    public async Task Crawl_OfAFeedThatShiftsWhileItIsRead_LosesAndDoublesNothing()
    {
        var chance = new Random(17);
        var gone = new HashSet<string>();
        var feedPages = 0;
        await _local.StartAsync(_world, new SiteOptions
        {
            Interceptor = context =>
            {
                // After every other feed page some lives go, anywhere, and one comes: the list moves under the crawl's feet in both directions.
                if (context.Request.Path == "/lives" && ++feedPages % 2 == 0 && feedPages < 40)
                {
                    for (var i = chance.Next(3); i >= 0; i--)
                    {
                        var id = _world.Lives[chance.Next(_world.Lives.Count)].Id;
                        gone.Add(id);
                        _world.RemoveLive(id);
                    }

                    _world.AddLiveOnTop();
                }

                return Task.FromResult(false);
            },
        });

        var report = await _local.CrawlAsync(Cancel);

        Assert.Null(report.Problem);
        Assert.Empty(report.Warnings);
        Assert.True(gone.Count > 15);
        var stored = (await _local.ReadAsync(Collections.Lives)).Select(live => live.Id).ToList();
        Assert.Equal(stored.Count, stored.Distinct().Count());
        var broken = (await _local.ReadAsync(Collections.Quarantine)).Count(entry => entry.Kind == "live");
        Assert.Equal(_world.Lives.Count - broken, _world.Lives.Count(live => stored.Contains(live.Id)));
    }

    [Fact]
    public async Task TwoWorkers_OnOneFrontier_FetchNothingTwice()
    {
        await using var local = new LocalCrawl(); // On the real clock: workers wait for each other.
        await local.StartAsync(_world, new SiteOptions());

        var reports = await Task.WhenAll(Task.Run(() => local.CrawlAsync(Cancel), Cancel), Task.Run(() => local.CrawlAsync(Cancel), Cancel));

        Assert.All(reports, report => Assert.Null(report.Problem));
        Assert.Equal(Lives - World.BrokenLives, (await local.ReadAsync(Collections.Lives)).Count);
        // The head of the feed is read once more at the end, for what was announced meanwhile; robots.txt by each worker.
        var twice = local.Journal.Entries.GroupBy(entry => entry.Address).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.All(twice, address => Assert.True(address is "/lives?limit=10&offset=0" or "/robots.txt", address));
    }

    private async Task StartAndCrawlAsync(SiteOptions options)
    {
        await _local.StartAsync(_world, options);
        Assert.Null((await _local.CrawlAsync(Cancel)).Problem);
    }
}
