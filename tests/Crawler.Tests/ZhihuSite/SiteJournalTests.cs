using LiveQuality.ZhihuSite.Site;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite;

public sealed class SiteJournalTests
{
    private static readonly DateTimeOffset Now = new(2018, 1, 17, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Journal_OfAServer_HoldsWhatWasAskedInOrder()
    {
        await using var site = await LocalSite.StartAsync(Worlds.Small, new SiteOptions { Time = new FakeTimeProvider(Now) });
        var lengths = new List<long>();
        foreach (var address in new[] { LocalSite.SecondPage, "/lives/1", LocalSite.FirstPage, LocalSite.SecondPage })
        {
            using var response = await site.GetAsync(address);
            lengths.Add(response.Content.Headers.ContentLength!.Value);
        }

        var journal = site.Server.Journal;
        Assert.Equal([LocalSite.SecondPage, "/lives/1", LocalSite.FirstPage, LocalSite.SecondPage], journal.Entries.Select(entry => entry.Address));
        Assert.Equal([200, 404, 200, 200], journal.Entries.Select(entry => entry.Status));
        Assert.Equal(lengths, journal.Entries.Select(entry => entry.Bytes));
        Assert.All(journal.Entries, entry => Assert.Equal(Now, entry.At));
        Assert.Equal((4, lengths.Sum()), (journal.Requests, journal.Bytes));
        Assert.Equal(2, journal.Of(LocalSite.SecondPage));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Journal_ThatIsFull_GoesOnCounting(int size)
    {
        await using var site = await LocalSite.StartAsync(Worlds.Small, new SiteOptions { JournalSize = size });

        var sent = 0L;
        for (var i = 0; i < 5; i++)
        {
            using var response = await site.GetAsync(LocalSite.FirstPage);
            sent += response.Content.Headers.ContentLength!.Value;
        }

        Assert.Equal(size, site.Server.Journal.Entries.Count);
        Assert.Equal((5, sent), (site.Server.Journal.Requests, site.Server.Journal.Bytes));
    }
}
