using System.Globalization;
using System.IO.Compression;
using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Site;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite.Faults;

public sealed class WireFaultsTests
{
    private static readonly byte[] FirstPage = new InventedSite(Worlds.Small).Answer("/lives", "?limit=10&offset=0").Body;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reset_AfterSomeBytes_SendsThoseAndResetsTheConnection()
    {
        await using var site = await LocalSite.WithAsync(WireFaults.Reset(afterBytes: 1_234));

        var (head, body, isReset) = await site.RawAsync(LocalSite.FirstPage);

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", head, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"\r\nContent-Length: {FirstPage.Length}\r\n"), head, StringComparison.Ordinal);
        Assert.Equal(FirstPage[..1_234], body);
        Assert.True(isReset);
        Assert.Equal(1_234, site.Server.Journal.Entries.Single().Bytes);
        await Assert.ThrowsAsync<HttpRequestException>(() => site.GetAsync(LocalSite.FirstPage));
    }

    [Fact]
    public async Task LongLength_Always_SendsTheWholeBodyAndClosesInOrderBeforeThePromisedEnd()
    {
        await using var site = await LocalSite.WithAsync(WireFaults.LongLength(extra: 77));

        var (head, body, isReset) = await site.RawAsync(LocalSite.FirstPage);

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"\r\nContent-Length: {FirstPage.Length + 77}\r\n"), head, StringComparison.Ordinal);
        Assert.Equal(FirstPage, body);
        Assert.False(isReset);
        await Assert.ThrowsAsync<HttpRequestException>(() => site.GetAsync(LocalSite.FirstPage));
    }

    [Fact]
    public async Task TruncatedGzip_Always_HasTheRightLengthAndHalfAStream()
    {
        await using var site = await LocalSite.WithAsync(WireFaults.TruncatedGzip());

        using var response = await site.GetAsync(LocalSite.FirstPage);
        var body = await response.Content.ReadAsByteArrayAsync(Token);

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        var read = new List<byte>();
        for (int next; (next = gzip.ReadByte()) >= 0;)
        {
            read.Add((byte)next);
        }

        Assert.InRange(read.Count, 1, FirstPage.Length - 1);
        Assert.Equal(FirstPage[..read.Count], read);
    }

    [Fact]
    public async Task Drip_Always_SendsEverythingAtTheGivenPace()
    {
        var time = new FakeTimeProvider();
        var options = new SiteOptions { Faults = new FaultPlan(7, WireFaults.Drip(bytes: FirstPage.Length / 4, TimeSpan.FromMinutes(1))), Time = time };
        await using var site = await LocalSite.StartAsync(Worlds.Small, options);

        using var response = await site.Client.GetAsync(new Uri(LocalSite.FirstPage, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Token);
        await using var stream = await response.Content.ReadAsStreamAsync(Token);
        var first = new byte[FirstPage.Length / 4];
        await stream.ReadExactlyAsync(first, Token);
        var rest = stream.ReadExactlyAsync(new byte[FirstPage.Length - first.Length], Token).AsTask();

        Assert.Equal(FirstPage[..first.Length], first);
        Assert.False(rest.IsCompleted);
        while (!rest.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(1, Token);
        }

        await rest;
    }

    [Fact]
    public async Task Latency_Fixed_KeepsTheAnswerBackForThatTime()
    {
        var time = new FakeTimeProvider();
        var options = new SiteOptions { Faults = new FaultPlan(7, WireFaults.Latency(TimeSpan.FromHours(1))), Time = time };
        await using var site = await LocalSite.StartAsync(Worlds.Small, options);

        var answer = site.GetAsync(LocalSite.FirstPage);
        while (site.Server.Journal.Requests == 0)
        {
            await Task.Delay(1, Token);
        }

        time.Advance(TimeSpan.FromMinutes(59));
        await Task.Delay(20, Token);
        Assert.False(answer.IsCompleted);
        while (!answer.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(1, Token);
        }

        using var response = await answer;
        Assert.Equal(FirstPage, await response.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public void Latency_Random_IsDrawnBetweenItsEndsAndTheSameInEveryRun()
    {
        var first = Delays();

        Assert.All(first, delay => Assert.InRange(delay, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(50)));
        Assert.True(first.Distinct().Count() > 190);
        Assert.InRange(first.Average(delay => delay.TotalMilliseconds), 23, 32);
        Assert.Equal(first, Delays());

        static TimeSpan[] Delays()
        {
            var plan = new FaultPlan(7, WireFaults.Latency(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(50)));
            var site = new FaultySite(new InventedSite(Worlds.Small), plan, [], TimeProvider.System);
            return [.. Enumerable.Range(0, 200).Select(i => site.Answer("/lives", $"?limit=1&offset={i % 20}").Delay)];
        }
    }
}
