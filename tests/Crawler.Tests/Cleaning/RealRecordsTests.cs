using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Tests.Zhihu;
using LiveQuality.Crawler.Zhihu;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Crawler.Tests.Cleaning;

public sealed class RealRecordsTests
{
    private static readonly DateTimeOffset Seen = new(2017, 5, 31, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Lives_OfMay2017_AllBecomeRecords()
    {
        var lines = await File.ReadAllLinesAsync(RealData.Path("zhihu-api/lives.jsonl"), TestContext.Current.CancellationToken);

        var batch = Cleaner.Lives(LivePage.Parse(RealPagesTests.PageOf(lines)).Value!.Items, LiveView.Full, "lives.jsonl", Seen);

        Assert.Empty(batch.Quarantine);
        Assert.Equal(30, batch.Lives.Select(live => live.Id).Distinct().Count());
        Assert.Equal(33, batch.Speakers.Count); // Three of them speak with others.
        Assert.All(batch.Lives, live => Assert.Equal(32, live.SpeakerId!.Length));
        Assert.All(batch.Lives, live => Assert.InRange(live.ReviewScore!.Value, 1, 5));
        Assert.All(batch.Lives, live => Assert.DoesNotContain(live.Description!, c => char.IsControl(c) && c is not ('\n' or '\t')));
        Assert.Contains(batch.Lives, live => live.SeatsTaken > live.SeatsMax);
        Assert.Equal(2, batch.Lives.Count(live => live.PromotionEndsAt is not null));
    }

    [Fact]
    public async Task Reviews_OfMay2017_AllBecomeRecords()
    {
        var ids = new HashSet<string>();
        var anonymous = 0;
        foreach (var file in Directory.EnumerateFiles(RealData.Path("zhihu-api/reviews"), "*.jsonl"))
        {
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            var items = ReviewPage.Parse(RealPagesTests.PageOf(lines)).Value!.Items;

            var batch = Cleaner.Reviews(items, Path.GetFileNameWithoutExtension(file), file, Seen);

            Assert.Empty(batch.Quarantine);
            ids.UnionWith(batch.Reviews.Select(review => review.Id));
            anonymous += batch.Reviews.Count(review => review.AuthorId is null);
        }

        Assert.Equal(2_168, ids.Count);
        Assert.InRange(anonymous, 1, 200);
    }

    [Fact]
    public async Task PageState_OfMay2018_AllBecomesRecords()
    {
        var body = await File.ReadAllBytesAsync(RealData.Path("zhihu-api/page-state-2018-05.json"), TestContext.Current.CancellationToken);

        var batch = Cleaner.Lives(PageState.Parse(body).Value!.Items, LiveView.PageState, "page state", Seen);

        Assert.Empty(batch.Quarantine);
        Assert.Equal(17, batch.Lives.Count);
        Assert.All(batch.Lives, live => Assert.InRange(live.ReviewScore!.Value, 4, 5));
        Assert.All(batch.Lives, live => Assert.Null(live.Status));
        Assert.Equal(2, batch.Speakers.Count(speaker => speaker.UserType == "organization" && speaker.Gender is null));
        Assert.Equal(1, batch.Lives.Count(live => live.SeatsUnlimited == true));
    }

    [Fact]
    public async Task PeoplePage_OfSeptember2018_BecomesARecord()
    {
        var body = await File.ReadAllBytesAsync(RealData.Path("zhihu-api/people-page-2018-09.html"), TestContext.Current.CancellationToken);

        var batch = Cleaner.Person(PeoplePage.Parse(body).Value!.Item, "people page", Seen);

        Assert.Equal(batch.Portraits[0].Id, Assert.Single(batch.Speakers).PortraitId);
    }
}
