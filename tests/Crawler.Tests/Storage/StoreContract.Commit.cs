using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Xunit;

namespace LiveQuality.Crawler.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Commit_Page_WritesEverythingAndSaysWhatItDid()
    {
        await Store.Frontier.AddAsync([Item(1)], Token);
        var item = Assert.Single(await Store.Frontier.LeaseAsync(Site, "me", 1, Lease, Token));
        await Store.UpsertAsync(Collections.Speakers, [Page().Speakers[0] with { ObservedAt = Noon.AddDays(-1), Headline = "新人" }], Token);

        var counts = await Store.CommitAsync(Page() with { Done = [Fetched(item, "run")] }, Token);

        Assert.Equal(new CommitCounts(new(3, 0, 0), new(1, 0, 0), new(1, 1, 0), new(1, 0, 0), new(1, 0, 0), 2, 1), counts);
        Assert.Equal((3, 1, 2), ((await ReadAsync(Collections.Lives)).Count, (await ReadAsync(Collections.Reviews)).Count, (await ReadAsync(Collections.Speakers)).Count));
        Assert.Equal((1, 1), ((await ReadAsync(Collections.Portraits)).Count, (await ReadAsync(Collections.Quarantine)).Count));
        Assert.Equal(Counts(due: 2, done: 1), await Store.Frontier.CountAsync(Site, Token));
    }

    [Fact]
    public async Task Commit_Nothing_IsNothing() =>
        Assert.Equal(new CommitCounts(default, default, default, default, default, 0, 0), await Store.CommitAsync(new CrawlWrites(), Token));

    [Fact]
    public async Task Commit_Cancelled_WritesNothing()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync(Page(), stopped.Token));

        Assert.All((await Store.CountAsync(Token)).Values, count => Assert.Equal(0, count));
    }

    /// <summary>What a crash can leave behind of a commit, in the order in which it is written; then the page is fetched again, by the next worker.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task Commit_RepeatedAfterACrashInTheMiddle_IsAsIfThereHadBeenNone(int written)
    {
        var page = Page();
        await Store.UpsertAsync(Collections.Lives, [page.Lives[0] with { ObservedAt = Noon.AddDays(-1), LikedNum = 1 }], Token);
        await Store.Frontier.AddAsync([Item(1)], Token);
        var dead = Assert.Single(await Store.Frontier.LeaseAsync(Site, "dead", 1, Lease, Token));
        await Store.CommitAsync(Prefix(page with { Done = [Fetched(dead, "run")] }, written), Token);

        if (await Store.Frontier.ReleaseAsync("dead", Token) > 0)
        {
            var item = Assert.Single(await Store.Frontier.LeaseAsync(Site, "next", 1, Lease, Token));
            Assert.Equal(1, (await Store.CommitAsync(page with { Done = [Fetched(item, "run")] }, Token)).Completed);
        }

        Assert.Equal((3, 1), ((await ReadAsync(Collections.Lives)).Count, (await ReadAsync(Collections.Observations)).Count));
        Assert.Equal((1, 2), ((await ReadAsync(Collections.Reviews)).Count, (await ReadAsync(Collections.Speakers)).Count));
        Assert.Equal((7L, 1), ((await Store.FindAsync(Collections.Lives, Key(1), Token))!.LikedNum, (await Store.FindAsync(Collections.Lives, Key(1), Token))!.Version));
        Assert.Equal(FrontierState.Done, (await FindAsync(1)).State);
        Assert.Equal(Counts(due: 2, done: 1), await Store.Frontier.CountAsync(Site, Token));
    }

    private static CrawlWrites Prefix(CrawlWrites all, int parts) => new()
    {
        Lives = parts > 0 ? all.Lives : [],
        Reviews = parts > 1 ? all.Reviews : [],
        Speakers = parts > 2 ? all.Speakers : [],
        Portraits = parts > 3 ? all.Portraits : [],
        Quarantine = parts > 4 ? all.Quarantine : [],
        Next = parts > 5 ? all.Next : [],
        Done = parts > 6 ? all.Done : [],
    };

    private static CrawlWrites Page() => new()
    {
        Lives = [Live(1) with { LikedNum = 7 }, Live(2), Live(3)],
        Reviews = [new Review { Id = "r", ObservedAt = Noon, LiveId = Key(1), Score = 5 }],
        Speakers = [new Speaker { Id = "a", ObservedAt = Noon, Headline = "讲者" }, new Speaker { Id = "b", ObservedAt = Noon }],
        Portraits = [new Portrait { Id = "p", ObservedAt = Noon, Url = "https://pic.example/p.jpg" }],
        Quarantine = [new QuarantineEntry { Id = "live:9", Kind = "live", Rule = "r", Reason = "why", Payload = "{}", Origin = "here", ObservedAt = Noon }],
        Next = [Item(10), Item(11)],
        Done = [Fetched(Item(1), "run")],
    };
}
