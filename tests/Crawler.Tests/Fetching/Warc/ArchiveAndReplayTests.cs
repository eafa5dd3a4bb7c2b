using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Warc;
using LiveQuality.Crawler.Fetching.Warc.Writing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Warc;

/// <summary>What a client saw while it was archived is what it sees in a replay: status, headers, bytes, time and failures, in the same order.</summary>
public sealed class ArchiveAndReplayTests : IDisposable
{
    private const int LargestBody = 20_000;
    private readonly WarcFiles _files = new();

    // Advances by itself, by an odd number of ticks: two answers never have one time.
    private readonly FakeTimeProvider _time = new(WarcFiles.Captured) { AutoAdvanceAmount = TimeSpan.FromTicks(12_345_677) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Replay_OfACrawlWithAllThatGoesWrong_IsTheCrawl()
    {
        await using var site = await LocalSite.StartAsync(Token);
        var (one, two) = (LocalSite.Gzip("page one"u8.ToArray()), LocalSite.Gzip("page two"u8.ToArray()));
        (string, string)[] json = [("Content-Type", "application/json; charset=utf-8"), ("Content-Encoding", "gzip"), ("ETag", "\"v1\"")];
        site.On("/feed", LocalSite.Answer(200, one, json), LocalSite.Answer(200, one, [.. json, ("X-Turn", "2")]), LocalSite.Answer(200, two, json));
        site.On(
            "/busy", LocalSite.Answer(503, "later"u8.ToArray(), ("Retry-After", "3")), LocalSite.Answer(429, []), LocalSite.Answer(200, "at last"u8.ToArray()));
        site.On("/gone", LocalSite.Answer(404, "{}"u8.ToArray()));
        site.On("/moved", LocalSite.Answer(302, [], ("Location", "/unhuman"), ("Set-Cookie", "a=b")));
        site.On("/known", LocalSite.Answer(200, two, json), LocalSite.Answer(304, [], ("ETag", "\"v1\"")));
        site.On("/broken", LocalSite.Answer(200, "half"u8.ToArray(), (Breaking.Mark, "1")), LocalSite.Answer(200, "whole"u8.ToArray()));
        site.On("/bomb", LocalSite.Answer(200, new byte[LargestBody * 3]));
        (string Path, string? ETag)[] asked =
        [
            ("/feed", null), ("/busy", null), ("/busy", null), ("/feed", null), ("/busy", null), ("/gone", null), ("/moved", null), ("/known", null),
            ("/known", "\"v1\""), ("/broken", null), ("/broken", null), ("/bomb", null), ("/feed", null), ("/gone", null), ("/feed", null),
        ];
        List<Seen> crawled;
        await using (var archive = await WarcArchive.OpenAsync(_files.Folder, _time.GetUtcNow(), WarcFiles.Options(largestFile: 3000), Token))
        {
            var network = new Breaking(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
            crawled = await AskAsync(new ArchiveHandler(archive, network, LargestBody, _time), site.Address, asked);
        }

        var replay = WarcReplayHandler.Open(_files.Folder, Token);
        var replayed = await AskAsync(replay, site.Address, asked);

        Assert.Empty(replay.Problems);
        Assert.Equal(crawled, replayed);
        Assert.Equal("200 503 429 200 200 404 302 200 304 failed 200 failed 200 404 200", string.Join(' ', crawled.Select(seen => seen.Status)));
        Assert.InRange(_files.Names("*.warc.gz").Length, 2, 10);
        Assert.Equal(3, _files.Records().Count(record => record.Type == "revisit"));
    }

    [Fact]
    public async Task Replay_OfNotModifiedForOneWhoHasNothing_IsTheOriginal()
    {
        await using var site = await LocalSite.StartAsync(Token);
        site.On("/known", LocalSite.Answer(200, "body"u8.ToArray(), ("ETag", "\"v1\"")), LocalSite.Answer(304, [], ("ETag", "\"v1\"")));
        await using (var archive = await WarcArchive.OpenAsync(_files.Folder, _time.GetUtcNow(), WarcFiles.Options(), Token))
        {
            await AskAsync(new ArchiveHandler(archive, new SocketsHttpHandler(), LargestBody, _time), site.Address, [("/known", null), ("/known", "\"v1\"")]);
        }

        var replayed = await AskAsync(WarcReplayHandler.Open(_files.Folder, Token), site.Address, [("/known", null), ("/known", null), ("/known", "\"v1\"")]);

        Assert.Equal(["200", "200", "304"], replayed.Select(seen => seen.Status));
        Assert.Equal(replayed[0].Body, replayed[1].Body);
        Assert.True(replayed[1].At > replayed[0].At);
    }

    [Fact]
    public async Task Replay_AfterADeathInTheMiddleOfAWrite_IsWhatCameBeforeAndSaysThatItIsCutOff()
    {
        await _files.ArchiveAsync(
            WarcFiles.Captured, WarcFiles.Options(), WarcFiles.Exchange("https://example.org/1", "one"), WarcFiles.Exchange("https://example.org/2", "two"));
        var path = Assert.Single(_files.Names("*.warc.gz"));
        var lastAnswer = new WarcReader(path).Read(Token).Last(item => item.Record!.Type == "response").Record!;
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path, Token))[..(int)(lastAnswer.Position.Offset + 20)], Token);
        File.Delete(Assert.Single(_files.Names("*.cdxj")));

        using (var torn = WarcReplayHandler.Open(_files.Folder, Token))
        {
            Assert.Equal((1, true), (torn.Count, torn.IsCutOff));
        }

        await using (var archive = await WarcArchive.OpenAsync(_files.Folder, WarcFiles.Captured.AddDays(1), WarcFiles.Options(), Token))
        {
            Assert.Contains("the last record is torn", Assert.Single(archive.Warnings), StringComparison.Ordinal);
        }

        using var mended = WarcReplayHandler.Open(_files.Folder, Token);
        Assert.Equal((1, false), (mended.Count, mended.IsCutOff));
        Assert.Empty(mended.Problems);
    }

    private static async Task<List<Seen>> AskAsync(HttpMessageHandler handler, Uri site, (string Path, string? ETag)[] asked)
    {
        using var client = new HttpClient(handler);
        var all = new List<Seen>();
        foreach (var (path, etag) in asked)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site, path));
            if (etag is not null)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            }

            try
            {
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
                var body = await response.Content.ReadAsByteArrayAsync(Token);
                all.Add(new Seen(path, $"{(int)response.StatusCode}", Headers(response), Convert.ToHexString(body), ReplayedAnswer.CapturedAt(request)));
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                all.Add(new Seen(path, "failed", "", "", null));
            }
        }

        return all;
    }

    private static string Headers(HttpResponseMessage response)
    {
        // A chunked body is archived with its chunks joined; a secret is archived as such.
        var lines = response.Headers.Concat(response.Content.Headers)
            .SelectMany(header => header.Value.Select(value => $"{header.Key}: {value}"))
            .Where(line => !line.StartsWith("Transfer-Encoding", StringComparison.Ordinal) && !line.StartsWith("Set-Cookie", StringComparison.Ordinal));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    /// <summary>Breaks the connection after the body of an answer that asks for it; a server cannot say when the client has read how much.</summary>
    private sealed class Breaking(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public const string Mark = "X-Break";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.Content = response.Headers.Contains(Mark)
                ? new TruncatedContent(await response.Content.ReadAsByteArrayAsync(cancellationToken), "reset")
                : response.Content;
            return response;
        }
    }

    private sealed record Seen(string Path, string Status, string Headers, string Body, DateTimeOffset? At);
}
