using System.IO.Compression;
using System.Text.Json;
using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Site;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite.Faults;

public sealed class BombFaultsTests
{
    private const long Bytes = 64L << 20;
    private const long Endless = 1L << 40;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Bomb_ReadToItsEnd_IsSmallOnTheWireAndAsLargeAsSaid(string encoding)
    {
        await using var site = await LocalSite.WithAsync(encoding switch
        {
            "gzip" => BombFaults.Gzip(Bytes),
            "deflate" => BombFaults.Deflate(Bytes),
            _ => BombFaults.Brotli(Bytes),
        });

        using var response = await site.GetAsync(LocalSite.FirstPage);
        var body = await response.Content.ReadAsByteArrayAsync(Token);

        Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.InRange(body.Length, 1, Bytes / 500);
        Assert.Equal(body.Length, site.Server.Journal.Bytes);
        using var read = Decode(encoding, new MemoryStream(body));
        var buffer = new byte[1 << 16];
        var length = 0L;
        for (int next; (next = await read.ReadAsync(buffer, Token)) > 0;)
        {
            length += next;
        }

        Assert.InRange(length, Bytes, Bytes + 100);
    }

    [Fact]
    public async Task Bomb_ASmallOne_IsGoodJson()
    {
        await using var site = await LocalSite.WithAsync(BombFaults.Plain(100_000));

        var bomb = await site.JsonAsync(LocalSite.FirstPage);

        Assert.Equal(JsonValueKind.Array, bomb.GetProperty("data").ValueKind);
        Assert.Equal(100_000, bomb.GetProperty("padding").GetString()!.Trim().Length);
    }

    [Fact]
    public async Task Bomb_WhoeverHangsUp_EndsIt()
    {
        await using var site = await LocalSite.WithAsync(BombFaults.Plain(Endless));

        using (var response = await site.Client.GetAsync(new Uri(LocalSite.FirstPage, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Token))
        {
            await using var stream = await response.Content.ReadAsStreamAsync(Token);
            await stream.ReadExactlyAsync(new byte[1_000_000], Token);
        }

        var before = -1L;
        for (var sent = site.Server.Journal.Bytes; sent != before; sent = site.Server.Journal.Bytes)
        {
            before = sent;
            await Task.Delay(200, Token);
        }

        Assert.InRange(before, 1_000_000, Endless - 1);
    }

    [Fact]
    public async Task Header_OfManyBytes_ComesBeforeATrueAnswer()
    {
        await using var site = await LocalSite.WithAsync(BombFaults.Header(60_000));

        using var response = await site.GetAsync(LocalSite.FirstPage);

        Assert.Equal(60_000, Assert.Single(response.Headers.GetValues("X-Padding")).Length);
        Assert.Equal(new InventedSite(Worlds.Small).Answer("/lives", "?limit=10&offset=0").Body, await response.Content.ReadAsByteArrayAsync(Token));
    }

    private static Stream Decode(string encoding, Stream body) => encoding switch
    {
        "gzip" => new GZipStream(body, CompressionMode.Decompress),
        "deflate" => new ZLibStream(body, CompressionMode.Decompress),
        _ => new BrotliStream(body, CompressionMode.Decompress),
    };
}
