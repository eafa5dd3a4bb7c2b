using System.Net;
using System.Text;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Warc;
using LiveQuality.Crawler.Fetching.Warc.Writing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Warc.Writing;

public sealed class ArchiveHandlerTests : IDisposable
{
    private const string Canary = "canary-in-the-archive";
    private readonly WarcFiles _files = new();
    private readonly FakeTimeProvider _time = new(WarcFiles.Captured.AddTicks(3));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Send_ACompressedAnswer_ArchivesAndHandsOnWhatWasSent()
    {
        await using var site = await LocalSite.StartAsync(Token);
        var packed = LocalSite.Gzip("直播"u8.ToArray());
        site.On("/page", LocalSite.Answer(200, packed, ("Content-Encoding", "gzip"), ("Content-Type", "application/json"), ("X-Two", "1"), ("X-Two", "2")));
        HttpResponseMessage response;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, "/page?b=2&a=1#top"));
        await using (var archive = await OpenAsync())
        {
            using var client = Client(archive);
            client.DefaultRequestHeaders.UserAgent.ParseAdd("LiveQuality/1.0 (test)");
            response = await client.SendAsync(request, Token);
        }

        Assert.Equal(packed, await response.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(_time.GetUtcNow(), ReplayedAnswer.CapturedAt(request));
        var (answer, question) = (_files.Records()[1], Encoding.ASCII.GetString(_files.Records()[2].Content));
        var head = HttpHead.Parse(answer.Content);
        Assert.Equal("HTTP/1.1 200 OK", head.StartLine);
        Assert.Equal("gzip", head["Content-Encoding"]);
        Assert.Equal(["1", "2"], head.Headers.Where(header => header.Key == "X-Two").Select(header => header.Value));
        Assert.Null(head["Transfer-Encoding"]);
        Assert.Equal(packed, answer.Content[head.Length..]);
        Assert.Equal(new Uri(site.Address, "/page?b=2&a=1").AbsoluteUri, answer.TargetUri);
        Assert.Equal(_time.GetUtcNow(), answer.Date);
        Assert.Equal($"GET /page?b=2&a=1 HTTP/1.1\r\nHost: {site.Address.Authority}\r\nUser-Agent: LiveQuality/1.0 (test)\r\n\r\n", question);
    }

    [Fact]
    public async Task Send_Secrets_NeverReachTheArchive()
    {
        await using var site = await LocalSite.StartAsync(Token);
        site.On("/page", LocalSite.Answer(
            302, [], ("Set-Cookie", $"z_c0={Canary}; Path=/"), ("Location", $"https://someone:{Canary}@example.org/x?a=1#top"), ("X-Plain", "seen")));
        var address = new UriBuilder(new Uri(site.Address, "/page")) { UserName = "someone", Password = Canary }.Uri;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", $"z_c0={Canary}");
        request.Headers.TryAddWithoutValidation("authorization", $"oauth {Canary}");
        request.Headers.TryAddWithoutValidation("Proxy-Authorization", $"Basic {Canary}");
        request.Headers.TryAddWithoutValidation("Referer", $"https://someone:{Canary}@example.org/");
        await using (var archive = await OpenAsync())
        {
            using var client = Client(archive);
            using var response = await client.SendAsync(request, Token);
            Assert.Contains(Canary, response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        }

        foreach (var path in _files.Names("*"))
        {
            var bytes = await File.ReadAllBytesAsync(path, Token);
            var text = Encoding.Latin1.GetString(path.EndsWith(".gz", StringComparison.Ordinal) ? WarcFiles.Inflate(bytes) : bytes);
            Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("someone", text, StringComparison.OrdinalIgnoreCase);
        }

        var (answer, question) = (HttpHead.Parse(_files.Records()[1].Content), HttpHead.Parse(_files.Records()[2].Content));
        Assert.Equal("seen", answer["X-Plain"]);
        Assert.Equal("https://example.org/x?a=1#top", answer["Location"]);
        Assert.Equal(HttpWire.Redacted, answer["Set-Cookie"]);
        Assert.All(["Cookie", "Authorization", "Proxy-Authorization"], name => Assert.Equal(HttpWire.Redacted, question[name]));
    }

    [Theory]
    [InlineData(999, null)]
    [InlineData(1000, null)]
    [InlineData(1001, "length")]
    [InlineData(5_000_000, "length")]
    public async Task Send_ABodyOfAnySize_ReadsOneByteTooManyAtMost(int size, string? truncated)
    {
        await using var site = await LocalSite.StartAsync(Token);
        site.On("/page", LocalSite.Answer(200, new byte[size]));
        (byte[] Body, string? Defect) bounded;
        await using (var archive = await OpenAsync())
        {
            using var client = Client(archive, largestBody: 1000);
            using var response = await client.GetAsync(new Uri(site.Address, "/page"), HttpCompletionOption.ResponseHeadersRead, Token);
            bounded = await BoundedBody.ReadAsync(response.Content, 1000, new Traffic(), Token);
            Assert.Equal(truncated is not null, await Record.ExceptionAsync(() => response.Content.ReadAsByteArrayAsync(Token)) is not null);
        }

        Assert.Equal(truncated is null ? size : 0, bounded.Body.Length);
        Assert.Equal(truncated is not null, bounded.Defect is not null);
        var answer = _files.Records()[1];
        Assert.Equal(truncated, answer["WARC-Truncated"]);
        Assert.Equal(Math.Min(size, 1001), answer.Content.Length - HttpHead.Parse(answer.Content).Length);
    }

    [Fact]
    public async Task Send_AConnectionThatBreaks_ArchivesWhatCameAndFailsAsWithoutAnArchive()
    {
        var broken = new TruncatedContent("half"u8.ToArray(), "reset");
        await using (var archive = await OpenAsync())
        {
            using var client = new HttpClient(new ArchiveHandler(
                archive, new ScriptedHandler(_time, () => new HttpResponseMessage(HttpStatusCode.OK) { Content = broken }), 1000, _time));
            var error = await Assert.ThrowsAsync<HttpIOException>(() => client.GetAsync(new Uri("https://example.org/"), Token));
            Assert.Contains("reset", error.Message, StringComparison.Ordinal);
        }

        var answer = _files.Records()[1];
        Assert.Equal("disconnect", answer["WARC-Truncated"]);
        Assert.Equal("half"u8.ToArray(), answer.Content[HttpHead.Parse(answer.Content).Length..]);
    }

    [Fact]
    public async Task Send_ABodyThatNeverEnds_ArchivesWhatCameInTime()
    {
        using var patience = new CancellationTokenSource();
        await using (var archive = await OpenAsync())
        {
            var hanging = new StreamContent(new NeverEnding(patience));
            using var client = new HttpClient(new ArchiveHandler(
                archive, new ScriptedHandler(_time, () => new HttpResponseMessage(HttpStatusCode.OK) { Content = hanging }), 1000, _time));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(new Uri("https://example.org/"), patience.Token));
        }

        var answer = _files.Records()[1];
        Assert.Equal("time", answer["WARC-Truncated"]);
        Assert.Equal("half"u8.ToArray(), answer.Content[HttpHead.Parse(answer.Content).Length..]);
    }

    [Fact]
    public async Task Send_WithAnArchiveThatCannotBeWritten_HandsNothingOn()
    {
        var archive = await WarcArchive.OpenAsync(_files.Folder, WarcFiles.Captured, WarcFiles.Options(largestFile: 1), Token);
        using var client = new HttpClient(new ArchiveHandler(archive, new ScriptedHandler(_time, ScriptedHandler.Body([1])), 1000, _time));
        // The next file of the rotation cannot be made: its folder has gone.
        Directory.Delete(_files.Folder, recursive: true);

        var error = await Assert.ThrowsAsync<RecordingException>(() => client.GetAsync(new Uri("https://example.org/"), Token));
        Directory.CreateDirectory(_files.Folder);
        var again = await Assert.ThrowsAsync<RecordingException>(() => client.GetAsync(new Uri("https://example.org/"), Token));
        await archive.DisposeAsync();

        Assert.Equal(error.Message, again.Message);
        Assert.Contains(_files.Folder, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private Task<WarcArchive> OpenAsync() => WarcArchive.OpenAsync(_files.Folder, _time.GetUtcNow(), WarcFiles.Options(), Token);

    private HttpClient Client(WarcArchive archive, int largestBody = 1_000_000) => new(new ArchiveHandler(
        archive,
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None },
        largestBody,
        _time));

    /// <summary>Gives a little and then nothing; the client's patience ends while it waits.</summary>
    private sealed class NeverEnding(CancellationTokenSource patience) : MemoryStream
    {
        private bool _hasGiven;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_hasGiven)
            {
                await patience.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            _hasGiven = true;
            "half"u8.CopyTo(buffer.Span);
            return 4;
        }
    }
}
