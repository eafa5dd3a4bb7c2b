using System.Text.Json;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Warc;
using LiveQuality.Crawler.Tests.Fetching.Warc;
using LiveQuality.Tests;
using LiveQuality.ZhihuSite.Recording;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite;

/// <summary>The recorded crawl in samples/ is exactly what the generator makes today.</summary>
public sealed class SampleTests
{
    private const int MaxBytes = 6_500_000;
    private static readonly string Sample = Path.Combine(RealData.RepositoryRoot, "samples", "zhihu-live-sample.warc.gz");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sample_RecordedAnew_IsTheSameByteForByte()
    {
        // Compared inflated: another release of the runtime may deflate the same bytes otherwise.
        Assert.Equal(WarcFiles.Inflate(await RecordAsync(Worlds.Sample)), WarcFiles.Inflate(await File.ReadAllBytesAsync(Sample, Token)));
        Assert.InRange(new FileInfo(Sample).Length, 1, MaxBytes);
    }

    [Fact]
    public async Task Record_TheSameWorldTwice_GivesTheSameFile() =>
        Assert.Equal(await RecordAsync(Worlds.Small), await RecordAsync(World.Create(seed: 5, lives: 137)));

    [Fact]
    public void Sample_EveryRecord_IsReadableAndOfTheKindsThatACrawlHas()
    {
        var items = new WarcReader(Sample).Read(Token).ToArray();

        Assert.All(items, item => Assert.Null(item.Problem));
        var kinds = items.CountBy(item => item.Record!.Type).ToDictionary();
        Assert.Equal(1, kinds["warcinfo"]);
        Assert.Equal(kinds["response"], kinds["request"]);
        Assert.Equal(items.Length, kinds.Values.Sum());
        Assert.Equal(items.Length, items.Select(item => item.Record!.Position).Distinct().Count());
        Assert.All(items, item => Assert.Equal(0, item.Record!.Position.Inner));
    }

    [Fact]
    public async Task Sample_AskedAsACrawlerAsks_HoldsFeedReviewsAndPeopleButNoDeeperReviews()
    {
        using var client = new HttpClient(WarcReplayHandler.Open(Sample, Token));
        var lives = new List<JsonElement>();
        for (var (offset, isEnd) = (0, false); !isEnd; offset += 10)
        {
            var page = JsonElement.Parse(await client.GetStringAsync(new Uri($"https://api.zhihu.com/lives?limit=10&offset={offset}"), Token));
            lives.AddRange(page.GetProperty("data").EnumerateArray());
            isEnd = page.GetProperty("paging").GetProperty("is_end").GetBoolean();
        }

        Assert.Equal(Worlds.Sample.Lives.Count, lives.Count);
        foreach (var live in lives.Where((_, i) => i % 50 == 0))
        {
            var reviewed = live.GetProperty("review").GetProperty("count").GetInt32() > 0;
            Assert.Equal(reviewed, await HasAsync(client, $"https://api.zhihu.com/lives/{live.GetProperty("id").GetString()}/reviews?limit=20&offset=0"));
            Assert.False(await HasAsync(client, $"https://api.zhihu.com/lives/{live.GetProperty("id").GetString()}/reviews?limit=20&offset=20"));
            var speaker = live.GetProperty("speaker").GetProperty("member").GetProperty("id").GetString();
            Assert.True(await HasAsync(client, $"https://api.zhihu.com/people/{speaker}"));
        }
    }

    [Fact]
    public async Task Sample_AnyAnswer_IsWhatTheServerSays()
    {
        await using var server = await ZhihuSiteServer.StartAsync(Worlds.Sample, port: 0, interceptor: null, Token);
        using var replay = new HttpClient(WarcReplayHandler.Open(Sample, Token));
        using var network = new HttpClient();
        var live = Worlds.Sample.Lives.First(live => live.Reviews > 0 && !live.Speaker.IsGone);
        string[] addresses = ["lives?limit=10&offset=30", $"lives/{live.Id}/reviews?limit=20&offset=0", $"people/{live.Speaker.Id}"];

        foreach (var address in addresses)
        {
            var recorded = await replay.GetByteArrayAsync(new Uri($"https://api.zhihu.com/{address}"), Token);
            Assert.Equal(await network.GetByteArrayAsync(new Uri(server.Address, address), Token), recorded);
        }
    }

    private static async Task<bool> HasAsync(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await client.SendAsync(request, Token);
        return !ReplayedAnswer.IsNotRecorded(request);
    }

    private static async Task<byte[]> RecordAsync(World world)
    {
        using var output = new MemoryStream();
        await new WorldRecorder(world, new WarcWriter(output)).RecordAsync("zhihu-live-sample.warc.gz", Token);
        return output.ToArray();
    }
}
