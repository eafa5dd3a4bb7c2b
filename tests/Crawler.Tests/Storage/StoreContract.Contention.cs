using System.Collections.Concurrent;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Xunit;

namespace LiveQuality.Crawler.Tests.Storage;

public abstract partial class StoreContract
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Lease_WorkersThatComeTooLateReleaseAndFetchAhead_AcceptOneOutcomeEach(int seed)
    {
        const int Items = 300;
        await Store.Frontier.AddAsync([.. Enumerable.Range(0, Items).Select(Item)], Token);
        var accepted = new ConcurrentBag<(string Id, string Worker)>();

        await Task.WhenAll((await OpenAsync(4)).Select((store, worker) => Task.Run(() => WorkAsync(store.Frontier, $"worker {worker}", new Random(seed + (worker * 100))), Token)));

        // Chance may let an item be lost so often that it is given up; nothing else may happen to one.
        var counts = await Store.Frontier.CountAsync(site: null, Token);
        Assert.Equal(Counts(done: counts.Done, failed: Items - counts.Done), counts);
        Assert.InRange(counts.Done, Items / 2, Items);
        Assert.Equal(counts.Done, accepted.Count);
        await foreach (var item in Store.Frontier.ReadAsync(Site, FrontierState.Done, Items, Token))
        {
            // Whatever was accepted is there: nobody's outcome went over another's.
            Assert.Contains((item.Id, item.Outcome!), accepted);
            Assert.Equal(1, accepted.Count(a => a.Id == item.Id));
        }

        async Task WorkAsync(IFrontier frontier, string worker, Random chance)
        {
            while (await frontier.LeaseAsync(Site, worker, 10, Lease, Token) is { Count: > 0 } leased)
            {
                switch (chance.Next(4))
                {
                    case 0:
                        await frontier.ReleaseAsync(worker, Token); // Given up by somebody else, while he goes on.
                        break;
                    case 1:
                        Time.Advance(Lease); // Everybody's leases have run out, his too.
                        break;
                    default:
                        break;
                }

                foreach (var item in leased)
                {
                    if (await frontier.CompleteAsync([item with { State = FrontierState.Done, Outcome = worker }], Token) == 1)
                    {
                        accepted.Add((item.Id, worker));
                    }
                }
            }
        }
    }

    [Fact]
    public async Task Add_EightWorkersWithTheirOwnDueTimes_KeepTheEarliest()
    {
        await Store.Frontier.AddAsync([.. Enumerable.Range(0, 50).Select(i => Item(i) with { DueAt = Noon.AddDays(1) })], Token);

        await Task.WhenAll((await OpenAsync(8)).Select((store, worker) => Task.Run(
            () => store.Frontier.AddAsync([.. Enumerable.Range(0, 50).Select(i => Item(i) with { DueAt = Noon.AddMinutes((worker + i) % 8), Priority = (worker + i) % 5 })], Token),
            Token)));

        var items = await Store.Frontier.ReadAsync(Site, FrontierState.Waiting, 99, Token).ToListAsync(Token);
        Assert.Equal(50, items.Count);
        Assert.All(items, i => Assert.Equal((Noon, 0), (i.DueAt, i.Priority)));
    }

    [Fact]
    public async Task Commit_EightWorkersWithTheSamePage_StoreItOnce()
    {
        var writes = Page();

        await Task.WhenAll((await OpenAsync(8)).Select(store => Task.Run(() => store.CommitAsync(writes, Token), Token)));

        Assert.Equal((3, 0), ((await ReadAsync(Collections.Lives)).Count, (await ReadAsync(Collections.Observations)).Count));
        Assert.Equal(Counts(due: 2, done: 1), await Store.Frontier.CountAsync(site: null, Token));
    }
}
