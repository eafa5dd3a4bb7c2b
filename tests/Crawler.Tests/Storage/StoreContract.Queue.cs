using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Xunit;

namespace LiveQuality.Crawler.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Add_WaitingItem_GetsTheEarlierDueTimeWithItsWalkAndTheBetterPriority()
    {
        await Store.Frontier.AddAsync([Item(1) with { DueAt = Noon.AddHours(2), Priority = 5, Walk = Walk("old") }], Token);

        Assert.Equal(0, await Store.Frontier.AddAsync([Item(1) with { DueAt = Noon.AddHours(3), Priority = 4, Walk = Walk("late") }], Token));
        var better = await FindAsync(1);
        Assert.Equal(0, await Store.Frontier.AddAsync([Item(1) with { DueAt = Noon.AddHours(1), Priority = 9, Walk = Walk("new") }], Token));
        var earlier = await FindAsync(1);

        Assert.Equal((Noon.AddHours(2), 4, "old"), (better.DueAt, better.Priority, better.Walk!.First[0]));
        Assert.Equal((Noon.AddHours(1), 4, "new"), (earlier.DueAt, earlier.Priority, earlier.Walk!.First[0]));
    }

    [Fact]
    public async Task Add_DueTimeInAnotherOffset_IsTheSameMoment()
    {
        await Store.Frontier.AddAsync([Item(1) with { DueAt = Noon.ToOffset(TimeSpan.FromHours(8)) }], Token);

        Assert.Single(await Store.Frontier.LeaseAsync(Site, "me", 1, Lease, Token));
    }

    [Fact]
    public async Task Add_FinishedItem_KeepsWhatIsKnownOfItAndTakesTheNewWalk()
    {
        await Store.Frontier.AddAsync([Item(1)], Token);
        var leased = Assert.Single(await Store.Frontier.LeaseAsync(Site, "me", 1, Lease, Token));
        await Store.Frontier.CompleteAsync([Fetched(leased, "run 1") with { Walk = Walk("old") }], Token);

        await Store.Frontier.AddAsync([Item(1) with { DueAt = Noon.AddDays(1), Walk = Walk("new") }], Token);

        var again = await FindAsync(1);
        Assert.Equal((FrontierState.Waiting, Noon.AddDays(1), "new", 1L, 0), (again.State, again.DueAt, again.Walk!.First[0], again.Fence, again.Attempts));
        Assert.Equal(("\"tag\"", Noon.AddDays(-1), TimeSpan.FromDays(2)), (again.ETag, again.LastModified, again.RevisitAfter));
        Assert.Equal([new Visit(Noon, "fetched", 200, 10, "run 1")], again.History);
    }

    [Fact]
    public async Task Complete_AheadOfItsTurn_IsAcceptedUnlessSomebodyHasIt()
    {
        await Store.Frontier.AddAsync([Item(1), Item(2) with { Priority = 9 }], Token);
        var held = Assert.Single(await Store.Frontier.LeaseAsync(Site, "other", 1, Lease, Token));

        var accepted = await Store.Frontier.CompleteAsync([.. Enumerable.Range(1, 3).Select(i => Fetched(Item(i), "run"))], Token);

        Assert.Equal(2, accepted);
        Assert.Equal((FrontierState.Leased, held.Fence), ((await FindAsync(1)).State, (await FindAsync(1)).Fence));
        Assert.Equal((FrontierState.Done, 1L, Noon), ((await FindAsync(2)).State, (await FindAsync(2)).Fence, (await FindAsync(2)).FinishedAt));
        Assert.Equal((FrontierState.Done, 1L, "\"tag\""), ((await FindAsync(3)).State, (await FindAsync(3)).Fence, (await FindAsync(3)).ETag));
        Assert.Empty(await Store.Frontier.LeaseAsync(Site, "me", 9, Lease, Token));
    }

    [Fact]
    public async Task Complete_AheadOfALeaseThatRanOut_ShutsOutTheLateHolder()
    {
        await Store.Frontier.AddAsync([Item(1)], Token);
        var late = Assert.Single(await Store.Frontier.LeaseAsync(Site, "late", 1, Lease, Token));
        Time.Advance(Lease);

        Assert.Equal(1, await Store.Frontier.CompleteAsync([Fetched(Item(1), "run")], Token));
        Assert.Equal(0, await Store.Frontier.CompleteAsync([Fetched(late, "late run")], Token));

        Assert.Equal((2L, "run"), ((await FindAsync(1)).Fence, (await FindAsync(1)).History![0].RunId));
    }

    [Fact]
    public async Task Renew_LeasesOfAnOwner_LastLongerAndOthersDoNot()
    {
        await Store.Frontier.AddAsync([Item(1), Item(2), Item(3)], Token);
        await Store.Frontier.LeaseAsync(Site, "me", 2, Lease, Token);
        await Store.Frontier.LeaseAsync(Site, "other", 1, Lease, Token);
        Time.Advance(Lease / 2);

        Assert.Equal(2, await Store.Frontier.RenewAsync("me", Lease, Token));
        Time.Advance(Lease / 2);

        Assert.Equal([3], (await Store.Frontier.LeaseAsync(Site, "third", 9, Lease, Token)).Select(Number));
        Time.Advance(Lease / 2);
        Assert.Equal([1, 2], (await Store.Frontier.LeaseAsync(Site, "third", 9, Lease, Token)).Select(Number));
        Assert.Equal(0, await Store.Frontier.RenewAsync("me", Lease, Token));
    }

    [Fact]
    public async Task Release_LeasesOfAnOwner_WaitAgainAndTheOwnerIsRefused()
    {
        await Store.Frontier.AddAsync([Item(1), Item(2), Item(3)], Token);
        var dead = await Store.Frontier.LeaseAsync(Site, "dead", 2, Lease, Token);
        await Store.Frontier.LeaseAsync(Site, "alive", 1, Lease, Token);
        Assert.Equal(["alive", "dead"], await Store.Frontier.OwnersAsync(Site, Token));

        Assert.Equal(2, await Store.Frontier.ReleaseAsync("dead", Token));

        Assert.Equal(["alive"], await Store.Frontier.OwnersAsync(Site, Token));
        Assert.Empty(await Store.Frontier.OwnersAsync("https://other.example", Token));
        Assert.Equal(Counts(due: 2, leased: 1), await Store.Frontier.CountAsync(Site, Token));
        Assert.Equal(0, await Store.Frontier.CompleteAsync([dead[0] with { State = FrontierState.Done }], Token));
        var next = await Store.Frontier.LeaseAsync(Site, "next", 9, Lease, Token);
        Assert.Equal([(1, Noon, 2L, 1), (2, Noon, 2L, 1)], next.Select(i => (Number(i), i.DueAt, i.Fence, i.Abandoned)));
    }

    [Fact]
    public async Task Lease_ItemThatKillsItsWorkers_FailsAfterAFewAndStopsNobody()
    {
        await Store.Frontier.AddAsync([Item(1), Item(2), Item(3)], Token);
        var handed = new List<int>();

        // Item 1 kills whoever has it; who is killed is released by the next, or found by the end of his lease.
        for (var worker = 0; await Store.Frontier.LeaseAsync(Site, $"{worker}", 3, Lease, Token) is { Count: > 0 } leased; worker++)
        {
            handed.Add(leased.Count);
            if (leased.All(i => Number(i) != 1))
            {
                Assert.Equal(leased.Count, await Store.Frontier.CompleteAsync([.. leased.Select(i => i with { State = FrontierState.Done })], Token));
            }
            else if (worker % 2 == 0)
            {
                await Store.Frontier.ReleaseAsync($"{worker}", Token);
            }
            else
            {
                Time.Advance(Lease);
            }
        }

        // Two die with all three in hand; then each suspect is handed out alone.
        Assert.Equal([3, 3, 1, 1, 1, 1, 1], handed);
        Assert.Equal(Counts(done: 2, failed: 1), await Store.Frontier.CountAsync(Site, Token));
        var failed = await FindAsync(1);
        Assert.Equal((FrontierState.Failed, "given up after 5 leases that nobody completed", (string?)null), (failed.State, failed.Outcome, failed.Owner));
        Assert.NotNull(failed.FinishedAt);
    }

    [Fact]
    public async Task Lease_GivenBackAgainAndAgain_IsNeverGivenUp()
    {
        await Store.Frontier.AddAsync([Item(1)], Token);

        for (var attempt = 1; attempt <= 3 * FrontierSteps.MostAbandoned; attempt++)
        {
            var item = Assert.Single(await Store.Frontier.LeaseAsync(Site, "me", 9, Lease, Token));
            Assert.Equal((attempt, 0), (item.Attempts, item.Abandoned));
            Assert.Equal(1, await Store.Frontier.CompleteAsync([item with { State = FrontierState.Waiting, Outcome = "busy" }], Token));
        }
    }

    [Fact]
    public async Task Requeue_FailedOfOneRun_LeavesTheOthers()
    {
        await Store.Frontier.AddAsync([Item(1), Item(2), Item(3), Item(4) with { Site = "https://other.example" }], Token);
        await Store.Frontier.CompleteAsync(
            [
                Fetched(Item(1), "run 1") with { State = FrontierState.Failed },
                Fetched(Item(2), "run 2") with { State = FrontierState.Failed, DueAt = Noon.AddDays(9) },
                Fetched(Item(3), "run 2"),
                Fetched(Item(4), "run 1") with { Site = "https://other.example", State = FrontierState.Failed },
            ],
            Token);

        Assert.Equal(1, await Store.Frontier.RequeueAsync(site: null, "run 2", Token));
        var again = Assert.Single(await Store.Frontier.LeaseAsync(Site, "me", 9, Lease, Token));
        Assert.Equal((2, Noon, 1), (Number(again), again.DueAt, again.Attempts));
        Assert.Equal(1, await Store.Frontier.RequeueAsync(Site, runId: null, Token));
        Assert.Equal(1, await Store.Frontier.RequeueAsync(site: null, runId: null, Token));
        Assert.Equal(0, await Store.Frontier.RequeueAsync(site: null, runId: null, Token));
        Assert.Equal(Counts(due: 2, leased: 1, done: 1), await Store.Frontier.CountAsync(site: null, Token));
    }

    [Fact]
    public async Task Read_OfOneState_ComesInTheOrderOfLeasesWhetherDueOrNot()
    {
        await Store.Frontier.AddAsync([Item(1) with { Priority = 2 }, Item(2), Item(3) with { DueAt = Noon.AddDays(1), Priority = 0 }, Item(4) with { DueAt = Noon.AddDays(-1) }], Token);

        Assert.Equal([3, 4, 2, 1], await NumbersAsync(FrontierState.Waiting, 9));
        Assert.Equal([3, 4], await NumbersAsync(FrontierState.Waiting, 2));
        Assert.Empty(await NumbersAsync(FrontierState.Waiting, 0));
        Assert.Empty(await NumbersAsync(FrontierState.Done, 9));

        async Task<List<int>> NumbersAsync(string state, int limit) => await Store.Frontier.ReadAsync(Site, state, limit, Token).Select(Number).ToListAsync(Token);
    }

    [Fact]
    public async Task Find_Unknown_IsNull() => Assert.Null(await Store.Frontier.FindAsync("https://api.example/none", Token));

    private async Task<FrontierItem> FindAsync(int number) => (await Store.Frontier.FindAsync(Item(number).Id, Token))!;

    private static FrontierItem Fetched(FrontierItem item, string run) => item with
    {
        State = FrontierState.Done,
        Outcome = "fetched",
        ETag = "\"tag\"",
        LastModified = Noon.AddDays(-1),
        RevisitAfter = TimeSpan.FromDays(2),
        History = [new Visit(Noon, "fetched", 200, 10, run)],
    };

    private static ListWalk Walk(string first) => new(1, [first], [first], 0, Noon, UntilKnown: false);
}
