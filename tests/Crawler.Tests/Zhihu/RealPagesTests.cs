using LiveQuality.Crawler.Zhihu;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Crawler.Tests.Zhihu;

public sealed class RealPagesTests
{
    [Fact]
    public async Task LivePage_OfThirtyRealLives_LosesNoneAndKnowsEveryKey()
    {
        var lines = await File.ReadAllLinesAsync(RealData.Path("zhihu-api/lives.jsonl"), TestContext.Current.CancellationToken);

        var page = LivePage.Parse(PageOf(lines)).Value!;

        Assert.Equal(30, page.Items.Count);
        Assert.All(page.Items, item => Assert.Null(item.Error));
        Assert.Equal(lines, page.Items.Select(item => item.Payload));
        Assert.Empty(page.Fields.Unknown);
        Assert.Equal(30, page.Fields.Items);
        Assert.Equal(41, page.Fields.Known.Count(field => field.Present == 30 && !field.Field.Contains('.', StringComparison.Ordinal)));
        Assert.Equal(30, page.Fields.Known.Single(field => field.Field == "is_refundable").Missing);
    }

    [Fact]
    public async Task ReviewPage_OfRealReviews_LosesNoneAndKnowsEveryKey()
    {
        var all = 0;
        foreach (var file in Directory.EnumerateFiles(RealData.Path("zhihu-api/reviews"), "*.jsonl"))
        {
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            var page = ReviewPage.Parse(PageOf(lines)).Value!;
            Assert.Equal(lines, page.Items.Select(item => item.Payload));
            Assert.All(page.Items, item => Assert.Null(item.Error));
            Assert.Empty(page.Fields.Unknown);
            all += page.Items.Count;
        }

        Assert.Equal(2_168, all);
    }

    [Fact]
    public async Task PageState_OfTheRealMarketPage_HasSeventeenLivesAndNoUnknownKey()
    {
        var body = await File.ReadAllBytesAsync(RealData.Path("zhihu-api/page-state-2018-05.json"), TestContext.Current.CancellationToken);

        var page = PageState.Parse(body).Value!;

        Assert.Equal(17, page.Items.Count);
        Assert.All(page.Items, item => Assert.Null(item.Error));
        Assert.Empty(page.Fields.Unknown);
        Assert.Equal(17, page.Fields.Known.Single(field => field.Field == "tags").Missing);
    }

    [Fact]
    public async Task PeoplePage_OfTheRealPage_IsRead()
    {
        var body = await File.ReadAllBytesAsync(RealData.Path("zhihu-api/people-page-2018-09.html"), TestContext.Current.CancellationToken);

        var person = PeoplePage.Parse(body).Value!.Item.Wire!;

        Assert.Equal(32, person.Id!.Length);
        Assert.NotEmpty(person.Name!);
        Assert.NotEmpty(person.UrlToken!);
        Assert.NotNull(PortraitAddress.Parse(person.AvatarUrl));
        Assert.Equal(
            (36781L, 104512L, 18233L, 25906L, 1203L, 47L),
            (person.FollowerCount, person.VoteupCount, person.ThankedCount, person.FavoritedCount, person.AnswerCount, person.ArticlesCount));
    }

    internal static byte[] PageOf(IEnumerable<string> items) =>
        System.Text.Encoding.UTF8.GetBytes($$"""{"paging":{"is_end":true},"data":[{{string.Join(',', items)}}]}""");
}
