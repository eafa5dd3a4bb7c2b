using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite;

/// <summary>A feed that shifts while somebody pages through it.</summary>
public sealed class ScriptTests
{
    private readonly ChangingWorld _world = new(Worlds.Small);

    [Fact]
    public async Task Script_ALiveAddedOnTopAfterThePage_RepeatsTheLastRowOnTheNext()
    {
        await using var site = await StartAsync(new ScriptStep(2, () => _world.AddLiveOnTop()) { Path = "/lives" });

        var pages = await PagesAsync(site, 3);

        Assert.Equal(pages[1][^1], pages[2][0]);
        Assert.Equal(29, pages.SelectMany(page => page).Distinct().Count());
    }

    [Fact]
    public async Task Script_ALiveRemovedAfterThePage_HidesOneFromWhoeverGoesOn()
    {
        await using var site = await StartAsync(new ScriptStep(1, () => _world.RemoveLive(_world.Lives[0].Id)) { Path = "/lives" });

        var pages = await PagesAsync(site, 2);

        Assert.Equal(Worlds.Small.Lives[11].Id, pages[1][0]);
        Assert.DoesNotContain(Worlds.Small.Lives[10].Id, pages.SelectMany(page => page));
    }

    [Fact]
    public async Task Script_StepsOfAllKinds_HappenOnceAndBetweenTwoAnswers()
    {
        var happened = new List<string>();
        await using var site = await StartAsync(
            new ScriptStep(1, () => happened.Add("first")),
            new ScriptStep(3, () => happened.Add("third")),
            new ScriptStep(2, () => happened.Add("second page")) { Path = "/lives" });
        string[] addresses = ["/robots.txt", LocalSite.FirstPage, $"/lives/{_world.Lives[0].Id}", LocalSite.SecondPage, LocalSite.FirstPage];
        string[][] expected = [[], ["first"], ["first"], ["first", "third", "second page"], ["first", "third", "second page"]];

        foreach (var (address, so) in addresses.Zip(expected))
        {
            using var response = await site.GetAsync(address);
            Assert.Equal(so, happened);
        }
    }

    [Fact]
    public async Task Server_OfAWorldThatChanges_ShowsEveryChangeInEveryAnswer()
    {
        await using var site = await StartAsync();
        var (gone, other) = (_world.Lives[2], _world.Lives.First(live => live.Reviews > 20));

        _world.RemoveLive(gone.Id);
        _world.AddReviews(other.Id, 1, 1);
        _world.Rename(other.Speaker.Id, "新名字");
        _world.ChangeToken(other.Speaker.Id, "new-token");

        Assert.DoesNotContain(gone.Id, await site.IdsAsync(LocalSite.FirstPage));
        Assert.Equal(404, (int)(await site.GetAsync($"/lives/{gone.Id}")).StatusCode);
        Assert.Equal(404, (int)(await site.GetAsync($"/lives/{gone.Id}/reviews?limit=20&offset=0")).StatusCode);
        var live = await site.JsonAsync($"/lives/{other.Id}");
        Assert.Equal(other.Reviews + 2, live.GetProperty("review").GetProperty("count").GetInt32());
        Assert.True(live.GetProperty("review").GetProperty("score").GetDecimal() < other.Score);
        Assert.Equal("新名字", live.GetProperty("speaker").GetProperty("member").GetProperty("name").GetString());
        var reviews = (await site.JsonAsync($"/lives/{other.Id}/reviews?limit=2&offset=0")).GetProperty("data");
        Assert.Equal([1, 1], reviews.EnumerateArray().Select(review => review.GetProperty("score").GetInt32()));
        Assert.Equal("新名字", (await site.JsonAsync("/people/new-token")).GetProperty("name").GetString());
        Assert.Equal(404, (int)(await site.GetAsync($"/people/{other.Speaker.UrlToken}/activities")).StatusCode);
    }

    private Task<LocalSite> StartAsync(params ScriptStep[] script) => LocalSite.StartAsync(_world, new SiteOptions { Script = script });

    private static async Task<string[][]> PagesAsync(LocalSite site, int pages)
    {
        var read = new List<string[]>();
        for (var page = 0; page < pages; page++)
        {
            read.Add(await site.IdsAsync($"/lives?limit=10&offset={page * 10}"));
        }

        return [.. read];
    }
}
