using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Warc;

public sealed class WarcWriterTests
{
    [Fact]
    public async Task Write_TheSameTwice_GivesTheSameBytes() =>
        Assert.Equal(
            await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/1", "one")),
            await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/1", "one")));

    [Fact]
    public async Task WriteExchange_TheSameExchangeTwice_GivesTwoIds()
    {
        var exchange = WarcFiles.Exchange("https://example.org/1", "one");

        var text = Encoding.UTF8.GetString(WarcFiles.Inflate(await WarcFiles.BytesAsync(exchange, exchange)));

        var ids = text.Split("\r\n").Where(line => line.StartsWith("WARC-Record-ID: ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(5, ids.Distinct().Count());
    }

    [Fact]
    public async Task WriteExchange_OneAnswer_WritesTheFieldsOfTheStandard()
    {
        var text = Encoding.UTF8.GetString(WarcFiles.Inflate(await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/1?b=2", "one"))));

        var response = text.Split("WARC/1.1\r\n")[2];
        Assert.Contains("WARC-Type: response\r\n", response, StringComparison.Ordinal);
        Assert.Contains("WARC-Date: 2018-01-15T08:00:00Z\r\n", response, StringComparison.Ordinal);
        Assert.Contains("WARC-Target-URI: https://example.org/1?b=2\r\n", response, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/http; msgtype=response\r\n", response, StringComparison.Ordinal);
        Assert.Contains($"WARC-Payload-Digest: sha256:{Convert.ToHexStringLower(SHA256.HashData("one"u8))}\r\n", response, StringComparison.Ordinal);
        var id = response.Split("WARC-Record-ID: ")[1].Split("\r\n")[0];
        Assert.Matches("^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$", id);
        Assert.Contains($"WARC-Concurrent-To: {id}\r\n", text.Split("WARC/1.1\r\n")[3], StringComparison.Ordinal);
    }
}
