using System.Text.Json;
using LiveQuality.ZhihuSite.Faults;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite.Faults;

public sealed class PageFaultsTests
{
    private static readonly string[] Ids = [.. Worlds.Small.Lives.Select(live => live.Id)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Html_Always_Is200AndNoJson()
    {
        await using var site = await LocalSite.WithAsync(PageFaults.Html());

        using var response = await site.GetAsync(LocalSite.FirstPage);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<!DOCTYPE html>", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyObject_Always_IsJsonWithNothingInIt()
    {
        await using var site = await LocalSite.WithAsync(PageFaults.EmptyObject());

        using var response = await site.GetAsync(LocalSite.FirstPage);

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("{}", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Nested_Always_IsGoodJsonThatDeep()
    {
        await using var site = await LocalSite.WithAsync(PageFaults.Nested(5_000));

        using var response = await site.GetAsync(LocalSite.FirstPage);
        var body = await response.Content.ReadAsByteArrayAsync(Token);

        Assert.ThrowsAny<JsonException>(() => JsonElement.Parse(body));
        using var parsed = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 5_001 });
        Assert.Equal(JsonValueKind.Array, parsed.RootElement.GetProperty("data").ValueKind);
    }

    [Fact]
    public async Task EmptyBeyond_ADepth_AnswersTrulyUpToItAndThenSaysThatTheListEnds()
    {
        await using var site = await LocalSite.WithAsync(PageFaults.EmptyBeyond(offset: 20));

        var last = await site.JsonAsync("/lives?limit=10&offset=20");
        var beyond = await site.JsonAsync("/lives?limit=10&offset=30");

        Assert.Equal(Ids[20..30], last.GetProperty("data").EnumerateArray().Select(live => live.GetProperty("id").GetString()));
        Assert.False(last.GetProperty("paging").GetProperty("is_end").GetBoolean());
        Assert.Equal(0, beyond.GetProperty("data").GetArrayLength());
        Assert.True(beyond.GetProperty("paging").GetProperty("is_end").GetBoolean());
    }

    [Fact]
    public async Task RepeatsBeyond_ADepth_GivesTheFirstRowsAgainAndGoesOn()
    {
        await using var site = await LocalSite.WithAsync(PageFaults.RepeatsBeyond(offset: 10));

        Assert.Equal(Ids[10..20], await site.IdsAsync(LocalSite.SecondPage));
        Assert.Equal(Ids[..10], await site.IdsAsync("/lives?limit=10&offset=20"));
        var far = await site.JsonAsync("/lives?limit=10&offset=5000");
        Assert.Equal(10, far.GetProperty("data").GetArrayLength());
        Assert.False(far.GetProperty("paging").GetProperty("is_end").GetBoolean());
        Assert.Equal("http://api.zhihu.com/lives?limit=10&offset=5010", far.GetProperty("paging").GetProperty("next").GetString());
    }

    [Fact]
    public async Task PageBefore_OnTheFirstRequest_GivesTheOldRowsOnceAndThenTheTrueOnes()
    {
        await using var site = await LocalSite.WithAsync(PageFaults.PageBefore() with { Scope = FaultScope.FirstRequest });

        Assert.Equal(Ids[..10], await site.IdsAsync(LocalSite.FirstPage));
        Assert.Equal(Ids[..10], await site.IdsAsync(LocalSite.SecondPage));
        Assert.Equal(Ids[10..20], await site.IdsAsync(LocalSite.SecondPage));
    }

    [Fact]
    public async Task PageFault_OnWhatIsNoList_LeavesItAsItIs()
    {
        await using var site = await LocalSite.WithAsync(PageFaults.EmptyBeyond(offset: 0));

        var live = await site.JsonAsync($"/lives/{Ids[3]}?offset=5");

        Assert.Equal(Ids[3], live.GetProperty("id").GetString());
    }
}
