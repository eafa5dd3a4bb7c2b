using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Xunit;

namespace LiveQuality.Crawler.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Run_WithSlots_ComesBackWithThem()
    {
        var run = new Run
        {
            Id = "r",
            Command = "crawl",
            Trigger = RunTriggers.Backfill,
            Job = "crawl-feed",
            Slots = ["2018-01-15T12:00:00Z", "2018-01-16T12:00:00Z"],
            StartedAt = Noon,
            Inputs = new Dictionary<string, string>(),
            Counts = new Dictionary<string, long>(),
            Outcome = RunOutcomes.Done,
        };
        var old = run with { Id = "o", Job = null, Slots = null };

        await Store.UpsertAsync(Collections.Runs, [run, old], Token);

        Assert.Equal(run.Slots, (await Store.FindAsync(Collections.Runs, "r", Token))!.Slots);
        Assert.Null((await Store.FindAsync(Collections.Runs, "o", Token))!.Slots);
        Assert.Equal(1, (await Store.UpsertAsync(Collections.Runs, [run], Token)).Unchanged);
    }
}
