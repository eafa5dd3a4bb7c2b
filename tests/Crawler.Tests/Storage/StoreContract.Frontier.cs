using System.Collections.Concurrent;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Xunit;

namespace LiveQuality.Crawler.Tests.Storage;

public abstract partial class StoreContract
{
    private protected const string Site = "https://api.example";
    private protected static TimeSpan Lease { get; } = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Lease_DueItems_ComeByPriorityThenDueTimeThenId()
    {
        await Store.Frontier.AddAsync(
            [Item(1) with { Priority = 2 }, Item(3), Item(2), Item(4) with { DueAt = Noon.AddMinutes(-1) }, Item(5) with { DueAt = Noon.AddMinutes(1) }], Token);

        var leased = await Store.Frontier.LeaseAsync(Site, "me", 10, Lease, Token);

        Assert.Equal([Item(4).Id, Item(2).Id, Item(3).Id, Item(1).Id], leased.Select(i => i.Id));
        Assert.All(leased, i => Assert.Equal((FrontierState.Leased, "me", Noon + Lease, 1L, 1), (i.State, i.Owner, i.LeasedUntil, i.Fence, i.Attempts)));
        Assert.Empty(await Store.Frontier.LeaseAsync(Site, "other", 10, Lease, Token));
    }

    [Fact]
    public async Task Lease_OfOneSite_LeavesTheOthersAlone()
    {
        await Store.Frontier.AddAsync([Item(1), Item(2) with { Site = "http://127.0.0.1:8080" }], Token);

        var leased = await Store.Frontier.LeaseAsync(Site, "me", 10, Lease, Token);

        Assert.Equal(Item(1).Id, Assert.Single(leased).Id);
        Assert.Equal(Counts(due: 1), await Store.Frontier.CountAsync("http://127.0.0.1:8080", Token));
        Assert.Equal(Counts(due: 1, leased: 1), await Store.Frontier.CountAsync(site: null, Token));
    }

    [Fact]
    public async Task Lease_NotDueYet_ComesWhenItIs()
    {
        await Store.Frontier.AddAsync([Item(1) with { DueAt = Noon.AddMinutes(1) }], Token);
        Assert.Empty(await Store.Frontier.LeaseAsync(Site, "me", 1, Lease, Token));

        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Single(await Store.Frontier.LeaseAsync(Site, "me", 1, Lease, Token));
    }

    [Fact]
    public async Task Lease_Expired_ComesBackWithALargerFenceAndTheLateHolderIsRefused()
    {
        await Store.Frontier.AddAsync([Item(1)], Token);
        var late = Assert.Single(await Store.Frontier.LeaseAsync(Site, "late", 1, Lease, Token));
        Time.Advance(Lease);

        var next = Assert.Single(await Store.Frontier.LeaseAsync(Site, "next", 1, Lease, Token));

        Assert.True(next.Fence > late.Fence);
        Assert.Equal((2, "next"), (next.Attempts, next.Owner));
        Assert.Equal(0, await Store.Frontier.CompleteAsync([late with { State = FrontierState.Done }], Token));
        Assert.Equal(1, await Store.Frontier.CompleteAsync([next with { State = FrontierState.Done }], Token));
        Assert.Equal(0, await Store.Frontier.CompleteAsync([next with { State = FrontierState.Failed }], Token));
        Assert.Equal(Counts(done: 1), await Store.Frontier.CountAsync(site: null, Token));
    }

    [Fact]
    public async Task Complete_BackToWaiting_ComesAgainWhenDueWithItsAttempts()
    {
        await Store.Frontier.AddAsync([Item(1)], Token);
        var first = Assert.Single(await Store.Frontier.LeaseAsync(Site, "me", 1, Lease, Token));

        await Store.Frontier.CompleteAsync([first with { State = FrontierState.Waiting, DueAt = Noon.AddMinutes(1), Outcome = "busy" }], Token);

        Assert.Empty(await Store.Frontier.LeaseAsync(Site, "me", 1, Lease, Token));
        Time.Advance(TimeSpan.FromMinutes(1));
        var second = Assert.Single(await Store.Frontier.LeaseAsync(Site, "me", 1, Lease, Token));
        Assert.Equal((2, "busy", Noon, 2L), (second.Attempts, second.Outcome, second.FinishedAt, second.Fence));
    }

    [Fact]
    public async Task Add_KnownItems_BecomeDueAgainOnlyAfterTheirLastFetch()
    {
        await Store.Frontier.AddAsync([Item(1), Item(2), Item(3), Item(4)], Token);
        var leased = await Store.Frontier.LeaseAsync(Site, "me", 3, Lease, Token);
        await Store.Frontier.CompleteAsync([leased[0] with { State = FrontierState.Done }, leased[1] with { State = FrontierState.Failed }], Token);

        // 1 is done, 2 has failed, 3 is leased, 4 waits.
        Assert.Equal(0, await Store.Frontier.AddAsync([Item(1), Item(2), Item(3), Item(4)], Token));
        FrontierItem[] later = [.. Enumerable.Range(1, 5).Select(i => Item(i) with { DueAt = Noon.AddMilliseconds(1), Priority = 7 })];
        Assert.Equal(3, await Store.Frontier.AddAsync([.. later, .. later], Token));
        Assert.Equal(0, await Store.Frontier.AddAsync(later, Token));

        Time.Advance(TimeSpan.FromMilliseconds(1));
        var again = await Store.Frontier.LeaseAsync(Site, "me", 10, Lease, Token);
        Assert.Equal([4, 1, 2, 5], again.Select(Number));
        Assert.Equal([(1, 1L), (1, 2L), (1, 2L), (1, 1L)], again.Select(i => (i.Attempts, i.Fence)));
    }

    [Fact]
    public async Task Count_Mixed_SplitsWhatWaitsByWhatIsDue()
    {
        await Store.Frontier.AddAsync([Item(1), Item(2), Item(3), Item(4), Item(5) with { DueAt = Noon.AddHours(2) }, Item(6) with { DueAt = Noon.AddHours(1) }], Token);
        var leased = await Store.Frontier.LeaseAsync(Site, "me", 3, Lease, Token);
        await Store.Frontier.CompleteAsync([leased[0] with { State = FrontierState.Done }, leased[1] with { State = FrontierState.Failed }], Token);

        Assert.Equal(new FrontierCounts(1, 2, 1, 1, 1, Noon.AddHours(1)), await Store.Frontier.CountAsync(site: null, Token));
        Assert.Equal(new FrontierCounts(0, 0, 0, 0, 0, null), await Store.Frontier.CountAsync("https://other.example", Token));
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new FrontierCounts(2, 1, 1, 1, 1, Noon.AddHours(2)), await Store.Frontier.CountAsync(Site, Token));
    }

    [Fact]
    public async Task Lease_Cancelled_LeasesNothing()
    {
        await Store.Frontier.AddAsync([Item(1)], Token);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Frontier.LeaseAsync(Site, "me", 1, Lease, stopped.Token));

        Assert.Single(await Store.Frontier.LeaseAsync(Site, "me", 1, Lease, Token));
    }

    [Fact]
    public async Task Lease_EightWorkers_HandOutEachItemOnce()
    {
        const int Items = 2000;
        await Store.Frontier.AddAsync([.. Enumerable.Range(0, Items).Select(Item)], Token);
        var handed = new ConcurrentBag<string>();

        await Task.WhenAll((await OpenAsync(8)).Select((store, worker) => Task.Run(
            async () =>
            {
                while (await store.Frontier.LeaseAsync(Site, $"worker {worker}", 64, Lease, Token) is { Count: > 0 } leased)
                {
                    Assert.InRange(leased.Count, 1, 64);
                    leased.ToList().ForEach(i => handed.Add(i.Id));
                    Assert.Equal(leased.Count, await store.Frontier.CompleteAsync([.. leased.Select(i => i with { State = FrontierState.Done })], Token));
                }
            },
            Token)));

        Assert.Equal(Items, handed.Count);
        Assert.Equal(Items, handed.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Counts(done: Items), await Store.Frontier.CountAsync(site: null, Token));
    }

    [Fact]
    public async Task Add_EightWorkersTheSameItems_AddsEachOnce()
    {
        FrontierItem[] items = [.. Enumerable.Range(0, 200).Select(Item)];

        var added = await Task.WhenAll((await OpenAsync(8)).Select(store => Task.Run(() => store.Frontier.AddAsync(items, Token), Token)));

        Assert.Equal(items.Length, added.Sum());
    }

    private static FrontierCounts Counts(long due = 0, long later = 0, long leased = 0, long done = 0, long failed = 0) => new(due, later, leased, done, failed, null);

    private static FrontierItem Item(int number) => new() { Id = $"{Site}/lives?offset={number:D5}", Site = Site, Kind = "feed", Priority = 1, DueAt = Noon };

    private static int Number(FrontierItem item) => int.Parse(item.Id[^5..], System.Globalization.CultureInfo.InvariantCulture);
}
