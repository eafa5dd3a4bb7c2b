using LiveQuality.Crawler.Crawling.Portraits;
using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Politeness;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Crawler.Tests.ZhihuSite;
using LiveQuality.Tests;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling.Portraits;

public sealed class PortraitWayTests : IAsyncDisposable
{
    private const string WithOriginal = "v2-00000001445566778899aabbccddeeff";
    private const string WithoutLargeSizes = "0000000aa";
    private static readonly string Sample = Path.Combine(RealData.RepositoryRoot, "samples", "zhihu-live-sample.warc.gz");

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteStore _store;
    private ZhihuSiteServer? _server;

    public PortraitWayTests() => _store = new SqliteStore(_folder.PathOf("portraits.db"), TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Fetch_PictureThatHasItsOriginal_AsksOnceForTheLargest()
    {
        await using var way = await ServeAsync();

        var picture = await way.FetchAsync(Portrait(WithOriginal), Token);

        Assert.Equal((FetchStatus.Fetched, "image/jpeg"), (picture.Status, picture.MediaType));
        Assert.Equal([$"/{WithOriginal}_r.jpg"], Asked());
        Assert.Equal(picture.Body.Length, picture.Transferred);
    }

    [Fact]
    public async Task Fetch_PictureWithoutLargeSizes_AsksDownToTheFirstThereIs()
    {
        await using var way = await ServeAsync();

        var picture = await way.FetchAsync(Portrait(WithoutLargeSizes), Token);

        Assert.Equal(FetchStatus.Fetched, picture.Status);
        Assert.Equal([$"/{WithoutLargeSizes}_r.jpg", $"/{WithoutLargeSizes}_xll.jpg", $"/{WithoutLargeSizes}_xl.jpg"], Asked());
    }

    [Theory]
    [InlineData("https://pic1.zhimg.com/da8e974dc_s.jpg")]
    [InlineData("https://pic1.zhimg.com/50/aadd7b895_xl.jpg")]
    [InlineData("https://evil.example/0011223a4_s.jpg")]
    public async Task Fetch_DefaultAvatarOrForeignAddress_AsksNobody(string url)
    {
        await using var way = await ServeAsync();

        var picture = await way.FetchAsync(Portrait(WithOriginal) with { Url = url }, Token);

        Assert.Equal(FetchStatus.Failed, picture.Status);
        Assert.Empty(Asked());
    }

    [Fact]
    public async Task Fetch_HostThatRefuses_IsLeftAloneFromThenOn()
    {
        await using var way = await ServeAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.FromResult(!context.Request.Path.StartsWithSegments("/robots.txt", StringComparison.Ordinal));
        });

        var first = await way.FetchAsync(Portrait(WithOriginal), Token);
        var second = await way.FetchAsync(Portrait(WithoutLargeSizes), Token);

        Assert.Equal((FetchStatus.Blocked, FetchStatus.Withheld), (first.Status, second.Status));
        Assert.Equal([$"/{WithOriginal}_r.jpg"], Asked());
    }

    [Fact]
    public async Task Fetch_FromTheSample_FindsTheRecordedOnes()
    {
        Assert.True(CrawlSource.TryParse("sample", Sample, out var source, out _));
        await _store.OpenAsync(Token);
        await using var way = await new PortraitSource(_store, Fetchers(), TimeProvider.System).OpenAsync(source, Token);
        var avatars = Worlds.Sample.Lives.Select(live => live.Speaker.Avatar).Where(avatar => avatar != Names.DefaultAvatar).Distinct().ToArray();

        var statuses = new List<FetchStatus>();
        foreach (var avatar in new[] { avatars[0], avatars[40], avatars[80], avatars[^1] })
        {
            statuses.Add((await way.FetchAsync(Portrait(avatar) with { Url = SiteJson.Picture(avatar, "s") }, Token)).Status);
        }

        Assert.Equal([FetchStatus.Fetched, FetchStatus.Fetched, FetchStatus.Fetched, FetchStatus.NotRecorded], statuses);
    }

    private static Portrait Portrait(string id) => new() { Id = id, ObservedAt = DateTimeOffset.UnixEpoch, Url = $"https://pic1.zhimg.com/{id}_s.jpg" };

    private static FetcherFactory Fetchers() => new(
        Options.Create(new FetchOptions { RetryDelay = TimeSpan.FromMilliseconds(1) }), Options.Create(new PolitenessOptions()), new Random(1), TimeProvider.System);

    private async Task<PortraitWay> ServeAsync(Func<HttpContext, Task<bool>>? interceptor = null)
    {
        _server = await ZhihuSiteServer.StartAsync(Worlds.Small, port: 0, interceptor, Token);
        await _store.OpenAsync(Token);
        return await new PortraitSource(_store, Fetchers(), TimeProvider.System).OpenAsync(new CrawlSource(CrawlSourceKind.Network, _server.Address, null), Token);
    }

    private IEnumerable<string> Asked() => _server!.Journal.Entries.Select(entry => entry.Address).Where(address => address != "/robots.txt");
}
