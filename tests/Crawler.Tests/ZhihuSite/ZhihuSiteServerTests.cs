using System.Net;
using System.Text.Json;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite;

public sealed class ZhihuSiteServerTests : IAsyncLifetime
{
    private static readonly World World = Worlds.Small;
    private readonly HttpClient _client = new();
    private ZhihuSiteServer _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await ZhihuSiteServer.StartAsync(World, port: 0, interceptor: null, Token);
        _client.BaseAddress = _server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Lives_PagedToTheEnd_GivesEveryLiveOnceNewestFirst()
    {
        var ids = new List<string>();
        var starts = new List<long>();
        for (var (offset, isEnd) = (0, false); !isEnd; offset += 10)
        {
            var page = await GetAsync($"lives?limit=10&offset={offset}");
            ids.AddRange(page.GetProperty("data").EnumerateArray().Select(live => live.GetProperty("id").GetString()!));
            starts.AddRange(page.GetProperty("data").EnumerateArray().Select(live => live.GetProperty("starts_at").GetInt64()));
            isEnd = page.GetProperty("paging").GetProperty("is_end").GetBoolean();
            var paging = page.GetProperty("paging");
            Assert.Equal($"http://api.zhihu.com/lives?limit=10&offset={offset + 10}", paging.GetProperty("next").GetString());
            Assert.Equal($"http://api.zhihu.com/lives?limit=10&offset={Math.Max(0, offset - 10)}", paging.GetProperty("previous").GetString());
        }

        Assert.Equal(World.Lives.Select(live => live.Id), ids);
        Assert.Equal(starts.OrderDescending(), starts);
    }

    [Fact]
    public async Task Lives_PastTheEnd_IsAnEmptyListThatSaysSo()
    {
        var page = await GetAsync("lives?limit=10&offset=5000");

        Assert.Equal(0, page.GetProperty("data").GetArrayLength());
        Assert.True(page.GetProperty("paging").GetProperty("is_end").GetBoolean());
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public async Task Lives_AFullPage_IsTheLastOneOnlyWhenNothingFollows(int fromTheEnd, bool isEnd)
    {
        var page = await GetAsync($"lives?limit=1&offset={World.Lives.Count - fromTheEnd}");

        Assert.Equal(1, page.GetProperty("data").GetArrayLength());
        Assert.Equal(isEnd, page.GetProperty("paging").GetProperty("is_end").GetBoolean());
    }

    [Fact]
    public async Task Lives_EitherKeySet_HasTheKeysOfItsTime()
    {
        var lives = (await GetAsync("lives?limit=100&offset=0")).GetProperty("data").EnumerateArray()
            .Concat((await GetAsync("lives?limit=100&offset=100")).GetProperty("data").EnumerateArray()).ToArray();

        foreach (var (live, expected) in lives.Zip(World.Lives))
        {
            var count = live.EnumerateObject().Count() - (expected.HasUnknownKey ? 1 : 0);
            Assert.Equal(expected.HasOldKeys ? 41 : 55, count);
            Assert.Equal(JsonValueKind.Number, live.GetProperty("is_public").ValueKind);
        }
    }

    [Fact]
    public async Task Homefeed_APage_WrapsItsLives()
    {
        var first = (await GetAsync("lives/homefeed?includes=live&limit=10&offset=0")).GetProperty("data")[0];

        Assert.Equal("live", first.GetProperty("object_type").GetString());
        Assert.Equal(World.Lives[0].Id, first.GetProperty("live").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Live_OnItsOwn_HasTheKeysOfADetail()
    {
        var live = await GetAsync($"lives/{World.Lives[3].Id}");

        Assert.Equal(World.Lives[3].Id, live.GetProperty("id").GetString());
        Assert.True(live.TryGetProperty("sku_id", out _));
    }

    [Fact]
    public async Task Reviews_PagedToTheEnd_AreAsManyAsTheLiveSays()
    {
        var live = World.Lives.First(live => live.Reviews is > 25 and < 90);
        var scores = new List<int>();
        for (var (offset, isEnd) = (0, false); !isEnd; offset += 20)
        {
            var page = await GetAsync($"lives/{live.Id}/reviews?limit=20&offset={offset}");
            scores.AddRange(page.GetProperty("data").EnumerateArray().Select(review => review.GetProperty("score").GetInt32()));
            isEnd = page.GetProperty("paging").GetProperty("is_end").GetBoolean();
        }

        Assert.Equal(live.Reviews, scores.Count);
        Assert.Equal(live.RatingSum, scores.Sum());
    }

    [Fact]
    public async Task Reviews_AnAnonymousOne_HasSevenKeysAndIdZero()
    {
        var live = World.Lives.First(live => live.Reviews is > 40 and <= 100 && World.ReviewsOf(live).Any(review => review.Author is null));
        var members = (await GetAsync($"lives/{live.Id}/reviews?limit=100&offset=0")).GetProperty("data").EnumerateArray()
            .Select(review => review.GetProperty("author").GetProperty("member")).ToArray();

        Assert.Contains(members, member => member.GetProperty("id").GetString() == "0");
        Assert.All(members, member => Assert.Equal(member.GetProperty("id").GetString() == "0" ? 7 : 12, member.EnumerateObject().Count()));
    }

    [Fact]
    public async Task People_ASpeaker_HasTheApisOddities()
    {
        var speaker = World.Speakers.First(speaker => !speaker.IsGone);

        var person = await GetAsync($"people/{speaker.Id}");

        Assert.Equal(speaker.Followers, person.GetProperty("follower_count").GetInt64());
        Assert.Equal(JsonValueKind.Array, person.GetProperty("employment")[0].ValueKind);
        Assert.True(person.TryGetProperty("experience ", out _));
        Assert.StartsWith("http://", person.GetProperty("avatar_url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PeoplePage_ASpeaker_HasTheNumbersInItsMetaElements()
    {
        var speaker = World.Speakers.First(speaker => !speaker.IsGone);

        using var response = await _client.GetAsync(new Uri($"people/{speaker.UrlToken}/activities", UriKind.Relative), Token);

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        var page = await response.Content.ReadAsStringAsync(Token);
        Assert.Contains($"<meta itemprop=\"zhihu:followerCount\" content=\"{speaker.Followers}\">", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/lives/users/{speaker.Id}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lives/1", 404, "ERR_CONVERSATION_NOT_FOUND")]
    [InlineData("lives/1/reviews", 404, "ERR_CONVERSATION_NOT_FOUND")]
    [InlineData("people/nobody", 404, "ERR_NOT_FOUND")]
    [InlineData("elsewhere", 404, "ERR_NOT_FOUND")]
    [InlineData("lives?limit=0", 400, "10003")]
    [InlineData("lives?offset=-1", 400, "10003")]
    [InlineData("errors/40352", 403, "account/unhuman")]
    [InlineData("errors/40353", 403, "40353")]
    [InlineData("errors/40362", 403, "40362")]
    [InlineData("errors/310001", 400, "310001")]
    [InlineData("errors/100", 401, "不支持的验证方式")]
    [InlineData("errors/101", 401, "ZERR_NOT_LOGIN")]
    [InlineData("errors/old", 403, "{\"code\":40353")]
    public async Task Any_WhatTheSiteRefuses_IsRefusedInItsWords(string address, int status, string words)
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative), Token);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(words, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_AClosedAccount_IsGone()
    {
        var gone = Worlds.Sample.Speakers.First(speaker => speaker.IsGone);
        await using var server = await ZhihuSiteServer.StartAsync(Worlds.Sample, port: 0, interceptor: null, Token);

        using var response = await _client.GetAsync(new Uri(server.Address, $"people/{gone.Id}"), Token);

        Assert.Contains("310001", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_WithAnInterceptor_IsAnsweredByItFirst()
    {
        await using var server = await ZhihuSiteServer.StartAsync(World, port: 0, interceptor: context =>
        {
            context.Response.StatusCode = context.Request.Path == "/lives" ? 503 : 200;
            return Task.FromResult(context.Request.Path == "/lives");
        }, Token);

        using var refused = await _client.GetAsync(new Uri(server.Address, "lives"), Token);
        using var served = await _client.GetAsync(new Uri(server.Address, $"lives/{World.Lives[0].Id}"), Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    private async Task<JsonElement> GetAsync(string address)
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.Relative), Token);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(Token));
    }
}
