using System.IO.Compression;
using System.Net;
using System.Text;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Warc;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Warc;

public sealed class WarcReplayHandlerTests : IDisposable
{
    private const string Identical = "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n";
    private readonly WarcFiles _files = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Send_ARecordedAddress_AnswersBitForBit()
    {
        byte[] body = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        byte[] answer = [.. "HTTP/1.1 404 Not Found\r\nContent-Type: application/json; charset=utf-8\r\nRetry-After: 3\r\n\r\n"u8, .. body];
        var path = await _files.SaveAsync("a.warc.gz", WarcFiles.Exchange("https://api.zhihu.com/lives/1", answer));

        var (request, response) = await AskAsync(path, "https://api.zhihu.com/lives/1");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromSeconds(3), response.Headers.RetryAfter!.Delta);
        Assert.Equal(body, await response.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(WarcFiles.Captured, ReplayedAnswer.CapturedAt(request));
        Assert.False(ReplayedAnswer.IsNotRecorded(request));
    }

    [Theory]
    [InlineData("https://api.zhihu.com/lives?offset=0&limit=10")]
    [InlineData("https://API.zhihu.com:443/lives?limit=10&offset=0#top")]
    public async Task Send_TheSameAddressWrittenOtherwise_IsFound(string asked)
    {
        var path = await _files.SaveAsync("a.warc.gz", WarcFiles.Exchange("https://api.zhihu.com/lives?limit=10&offset=0", "page"));

        var (_, response) = await AskAsync(path, asked);

        Assert.Equal("page", await response.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("GET", "https://api.zhihu.com/lives?limit=10&offset=10")]
    [InlineData("GET", "http://api.zhihu.com/lives?limit=10&offset=0")]
    [InlineData("POST", "https://api.zhihu.com/lives?limit=10&offset=0")]
    public async Task Send_WhatWasNotRecorded_SaysSo(string method, string asked)
    {
        var path = await _files.SaveAsync("a.warc.gz", WarcFiles.Exchange("https://api.zhihu.com/lives?limit=10&offset=0", "page"));

        var (request, response) = await AskAsync(path, asked, method);

        Assert.True(ReplayedAnswer.IsNotRecorded(request));
        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
    }

    [Theory]
    [InlineData(1, "first", "second")]
    [InlineData(0, "first", "second")]
    [InlineData(-1, "second", "first")]
    public async Task Send_AnAddressRecordedTwice_AnswersInTheOrderRecordedAndThenWithTheLastAgain(int hoursBetween, string one, string two)
    {
        await _files.SaveAsync("a.warc.gz", WarcFiles.Exchange("https://example.org/", "first"), WarcFiles.Exchange("https://example.org/2", "other"));
        await _files.SaveAsync("b.warc.gz", WarcFiles.Exchange("https://example.org/", "second", WarcFiles.Captured.AddHours(hoursBetween)));
        using var client = new HttpClient(WarcReplayHandler.Open(_files.Folder, Token));

        string[] answers = [await AskAsync(), await AskAsync(), await AskAsync()];

        Assert.Equal([one, two, two], answers);

        Task<string> AskAsync() => client.GetStringAsync(new Uri("https://example.org/"), Token);
    }

    [Fact]
    public async Task Send_AChunkedAnswer_JoinsTheChunks()
    {
        var path = await _files.SaveAsync("a.warc.gz", WarcFiles.Exchange(
            "https://example.org/", "4;ext=1\r\nlive\r\nA\r\n0123456789\r\n0\r\n\r\n", head: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"));

        var (_, response) = await AskAsync(path, "https://example.org/");

        Assert.Equal("live0123456789", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Send_ACompressedAnswer_IsGivenAsItWasSent()
    {
        using var body = new MemoryStream();
        await using (var gzip = new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync("直播"u8.ToArray(), Token);
        }

        byte[] answer = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {body.Length}\r\n\r\n"), .. body.ToArray()];
        var path = await _files.SaveAsync("a.warc.gz", WarcFiles.Exchange("https://example.org/", answer));

        var (_, response) = await AskAsync(path, "https://example.org/");

        Assert.Equal(body.ToArray(), await response.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.Equal(body.Length, response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData(Identical + "WARC-Refers-To-Date: 2018-01-15T08:00:01Z\r\n", "not here")]
    [InlineData(Identical + "WARC-Refers-To-Target-URI: https://example.org/2\r\n", "not here")]
    [InlineData("WARC-Profile: https://example.org/profile\r\n", "is not known")]
    [InlineData("", "is not known")]
    public async Task Open_ARevisitThatRefersToNothing_IsAProblemAndNoAnswer(string fields, string reason)
    {
        var original = WarcFiles.Inflate(await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/", "original")));
        var path = _files.Save("a.warc", [.. original, .. Revisit(fields, "")]);

        using var handler = WarcReplayHandler.Open(path, Token);
        using var client = new HttpClient(handler);

        Assert.Contains(reason, Assert.Single(handler.Problems).ToString(), StringComparison.Ordinal);
        Assert.False(handler.IsCutOff);
        await client.GetStringAsync(new Uri("https://example.org/"), Token);
        Assert.Equal("original", await client.GetStringAsync(new Uri("https://example.org/"), Token));
    }

    [Theory]
    [InlineData("1.0", "WARC-Refers-To-Date: 2018-01-15T08:00:00Z\r\n", "HTTP/1.1 203 OK\r\nX-From: revisit\r\n\r\n", 203)]
    [InlineData("1.1", "", "HTTP/1.1 203 OK\r\nTransfer-Encoding: chunked\r\n\r\n", 203)]
    [InlineData("1.1", "WARC-Refers-To-Target-URI: <https://example.org/>\r\n", "", 200)]
    public async Task Send_ARevisitOfAnotherWriter_AnswersWithTheOriginalsBody(string version, string fields, string head, int status)
    {
        var original = WarcFiles.Inflate(await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/", "original")));
        var revisit = Revisit($"WARC-Profile: http://netpreserve.org/warc/{version}/revisit/identical-payload-digest\r\n{fields}", head);
        using var client = new HttpClient(WarcReplayHandler.Open(_files.Save("a.warc", [.. original, .. revisit]), Token));
        await client.GetStringAsync(new Uri("https://example.org/"), Token);

        using var response = await client.GetAsync(new Uri("https://example.org/"), Token);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("original", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Send_ARevisitOfAnotherPayload_SaysSo()
    {
        var original = WarcFiles.Inflate(await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/", "original")));
        var revisit = Revisit($"{Identical}WARC-Payload-Digest: sha256:00\r\n", "HTTP/1.1 200 OK\r\n\r\n");
        using var client = new HttpClient(WarcReplayHandler.Open(_files.Save("a.warc", [.. original, .. revisit]), Token));
        await client.GetStringAsync(new Uri("https://example.org/"), Token);

        var error = await Assert.ThrowsAsync<RecordingException>(() => client.GetAsync(new Uri("https://example.org/"), Token));

        Assert.Contains("another payload", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ManyAtOnce_AnswersEachWithItsOwn()
    {
        var exchanges = Enumerable.Range(0, 200).Select(i => WarcFiles.Exchange($"https://example.org/{i}", $"body {i}")).ToArray();
        using var handler = WarcReplayHandler.Open(await _files.SaveAsync("a.warc.gz", exchanges), Token);
        using var client = new HttpClient(handler);

        var bodies = await Task.WhenAll(exchanges.Select(exchange => client.GetStringAsync(exchange.Target, Token)));

        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"body {i}"), bodies);
    }

    [Fact]
    public async Task Open_ATornArchive_ReplaysTheRestAndReportsTheTear()
    {
        var bytes = await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/", "body"));

        using var handler = WarcReplayHandler.Open(_files.Save("torn.warc.gz", bytes[..^5]), Token);

        Assert.Equal(1, handler.Count);
        Assert.Single(handler.Problems);
        Assert.True(handler.IsCutOff);
    }

    [Fact]
    public async Task Open_AnArchiveDamagedBeforeItsEnd_IsNotCutOff()
    {
        var bytes = await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/", "body"), WarcFiles.Exchange("https://example.org/2", "body"));
        bytes.AsSpan(40, 9).Fill((byte)'?');

        using var handler = WarcReplayHandler.Open(_files.Save("damaged.warc.gz", bytes), Token);

        Assert.Single(handler.Problems);
        Assert.False(handler.IsCutOff);
    }

    [Theory]
    [InlineData("no HTTP at all", "holds no HTTP answer")]
    [InlineData("HTTP/1.1 OK\r\n\r\n", "has no status")]
    [InlineData("HTTP/1.1 200 OK\r\nnonsense\r\n\r\n", "has no name")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFF\r\nabc", "do not add up")]
    public async Task Open_AResponseRecordThatIsNoAnswer_SaysWhereAndWhy(string content, string reason)
    {
        var path = await _files.SaveAsync("a.warc.gz", WarcFiles.Exchange("https://example.org/", Encoding.ASCII.GetBytes(content)));

        var error = Assert.Throws<RecordingException>(() => WarcReplayHandler.Open(path, Token));

        Assert.StartsWith($"{path}: at byte ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NothingUsable_NamesThePathInOneLine()
    {
        string[] paths = [Path.Combine(_files.Folder, "nowhere"), _files.Folder, _files.Save("empty.warc", []), _files.Save("noise.warc.gz", [1, 2, 3])];

        foreach (var path in paths)
        {
            var error = Assert.Throws<RecordingException>(() => WarcReplayHandler.Open(path, Token));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
        }
    }

    private static byte[] Revisit(string fields, string head) => Encoding.ASCII.GetBytes(
        "WARC/1.1\r\nWARC-Type: revisit\r\nWARC-Target-URI: https://example.org/\r\nWARC-Date: 2018-01-15T09:00:00Z\r\n"
        + $"{fields}Content-Length: {head.Length}\r\n\r\n{head}\r\n\r\n");

    private static async Task<(HttpRequestMessage Request, HttpResponseMessage Response)> AskAsync(string path, string address, string method = "GET")
    {
        using var client = new HttpClient(WarcReplayHandler.Open(path, Token));
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        return (request, await client.SendAsync(request, Token));
    }
}
