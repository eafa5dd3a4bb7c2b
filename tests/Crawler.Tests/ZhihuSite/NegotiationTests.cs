using System.Globalization;
using System.IO.Compression;
using System.Net;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite;

public sealed class NegotiationTests
{
    private static readonly byte[] FirstPage = new InventedSite(Worlds.Small).Answer("/lives", "?limit=10&offset=0").Body;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ETags_ByDefault_AreNotThere()
    {
        await using var site = await LocalSite.StartAsync(Worlds.Small, new SiteOptions());

        using var response = await site.GetAsync(LocalSite.FirstPage);

        Assert.Null(response.Headers.ETag);
        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("\"other\", W/{0}")]
    [InlineData("*")]
    public async Task IfNoneMatch_WithWhatIsStillSo_Gets304WithoutABody(string template)
    {
        await using var site = await LocalSite.StartAsync(Worlds.Small, new SiteOptions { ETags = true });
        using var first = await site.GetAsync(LocalSite.FirstPage);

        using var second = await GetAsync(site, "If-None-Match", string.Format(CultureInfo.InvariantCulture, template, first.Headers.ETag));

        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal((2, FirstPage.Length), (site.Server.Journal.Requests, site.Server.Journal.Bytes));
        Assert.Equal([200, 304], site.Server.Journal.Entries.Select(entry => entry.Status));
    }

    [Fact]
    public async Task IfNoneMatch_AfterAChange_GetsTheNewBodyAndTag()
    {
        var world = new ChangingWorld(Worlds.Small);
        await using var site = await LocalSite.StartAsync(world, new SiteOptions { ETags = true });
        using var first = await site.GetAsync(LocalSite.FirstPage);

        world.ChangeLive(world.Lives[5].Id, live => live with { Likes = live.Likes + 1 });
        using var second = await GetAsync(site, "If-None-Match", first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task IfNoneMatch_OnWhatIsGone_Gets404()
    {
        await using var site = await LocalSite.StartAsync(Worlds.Small, new SiteOptions { ETags = true });

        using var response = await GetAsync(site, "If-None-Match", "*", "/lives/1");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("deflate, GZIP;q=0.5", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("br", false)]
    [InlineData("identity", false)]
    public async Task Compress_WhereTheClientAcceptsIt_SendsGzipWithATagOfItsOwn(string accepted, bool isCompressed)
    {
        await using var site = await LocalSite.StartAsync(Worlds.Small, new SiteOptions { Compress = true, ETags = true });
        using var plain = await site.GetAsync(LocalSite.FirstPage);

        using var response = await GetAsync(site, "Accept-Encoding", accepted);

        var body = await response.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal(isCompressed ? ["gzip"] : [], response.Content.Headers.ContentEncoding);
        Assert.Equal("Accept-Encoding", Assert.Single(response.Headers.Vary));
        Assert.Equal(isCompressed, plain.Headers.ETag!.Tag != response.Headers.ETag!.Tag);
        Assert.Equal(FirstPage, isCompressed ? Inflated(body) : body);
    }

    [Fact]
    public async Task RobotsTxt_ByDefault_IsNotThere()
    {
        await using var site = await LocalSite.StartAsync(Worlds.Small, new SiteOptions());

        using var response = await site.GetAsync("/robots.txt");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(503)]
    public async Task RobotsTxt_WhenSaid_IsThatTextWithThatStatus(int status)
    {
        var options = new SiteOptions { RobotsTxt = new RobotsTxt("User-agent: *\nDisallow: /people/\n", status) };
        await using var site = await LocalSite.StartAsync(Worlds.Small, options);

        using var response = await site.GetAsync("/robots.txt");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("User-agent: *\nDisallow: /people/\n", await response.Content.ReadAsStringAsync(Token));
    }

    private static async Task<HttpResponseMessage> GetAsync(LocalSite site, string header, string value, string address = LocalSite.FirstPage)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        Assert.True(request.Headers.TryAddWithoutValidation(header, value));
        return await site.Client.SendAsync(request, Token);
    }

    private static byte[] Inflated(byte[] body)
    {
        using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        gzip.CopyTo(inflated);
        return inflated.ToArray();
    }
}
