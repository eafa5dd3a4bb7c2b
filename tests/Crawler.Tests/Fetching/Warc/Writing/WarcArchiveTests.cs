using System.Text;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Warc;
using LiveQuality.Crawler.Fetching.Warc.Writing;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Warc.Writing;

public sealed class WarcArchiveTests : IDisposable
{
    private const string Address = "https://example.org/1";
    private readonly WarcFiles _files = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Write_AnExchange_WritesTheFieldsOfTheStandard()
    {
        var at = WarcFiles.Captured.AddTicks(1234567);

        await _files.ArchiveAsync(WarcFiles.Captured, WarcFiles.Options(), WarcFiles.Exchange(Address, "one", at));

        var path = Assert.Single(_files.Names("*.warc.gz"));
        Assert.Equal($"livequality-20180115T080000000Z-{Environment.ProcessId}-00000.warc.gz", Path.GetFileName(path));
        var (info, response, request) = (_files.Records()[0], _files.Records()[1], _files.Records()[2]);
        Assert.Equal(["warcinfo", "response", "request"], _files.Records().Select(record => record.Type));
        Assert.Equal(Path.GetFileName(path), info["WARC-Filename"]);
        Assert.Contains("software: a test\r\n", Encoding.UTF8.GetString(info.Content), StringComparison.Ordinal);
        Assert.Equal("2018-01-15T08:00:00.1234567Z", response["WARC-Date"]);
        Assert.Equal(WarcDigest.Of("one"u8), response["WARC-Payload-Digest"]);
        Assert.Equal(response["WARC-Record-ID"], request["WARC-Concurrent-To"]);
        Assert.All([response, request], record =>
        {
            Assert.Equal(at, record.Date);
            Assert.Equal(Address, record.TargetUri);
            Assert.Equal(info["WARC-Record-ID"], record["WARC-Warcinfo-ID"]);
            Assert.Equal(WarcDigest.Of(record.Content), record["WARC-Block-Digest"]);
        });
    }

    [Fact]
    public async Task Write_FarMoreThanOneFileHolds_BeginsFilesThatSortInTheOrderOfWriting()
    {
        await _files.ArchiveAsync(WarcFiles.Captured, WarcFiles.Options(largestFile: 5000), [.. Enumerable.Range(0, 50).Select(i =>
            WarcFiles.Exchange($"https://example.org/{i}", $"body {i}", WarcFiles.Captured.AddSeconds(i)))]);

        var files = _files.Names("*.warc.gz");
        var oneExchange = 2000;
        Assert.InRange(files.Length, 4, 20);
        Assert.All(files, file => Assert.InRange(new FileInfo(file).Length, 1, 5000 + oneExchange));
        Assert.All(files, file => Assert.Equal("warcinfo", new WarcReader(file).Read(Token).First().Record!.Type));
        Assert.Equal(
            Enumerable.Range(0, 50).Select(i => $"https://example.org/{i}"),
            _files.Records().Where(record => record.Type == "response").Select(record => record.TargetUri));
        Assert.Equal(_files.Records().Length, _files.Records().Select(record => record["WARC-Record-ID"]).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Write_TheSameBodyAgain_WritesARevisitOfTheFullRecord(bool inAnotherRun)
    {
        var (first, second, third) = (WarcFiles.Captured.AddTicks(5), WarcFiles.Captured.AddHours(1), WarcFiles.Captured.AddHours(2));
        var again = WarcFiles.Exchange(Address, "one", second, "HTTP/1.1 200 OK\r\nX-Turn: 2\r\n");
        var more = WarcFiles.Exchange(Address, "one", third);

        WarcExchange[] all = [WarcFiles.Exchange(Address, "one", first), again, more];
        var inFirstRun = inAnotherRun ? 1 : all.Length;

        await _files.ArchiveAsync(WarcFiles.Captured, WarcFiles.Options(), all[..inFirstRun]);
        await _files.ArchiveAsync(WarcFiles.Captured.AddDays(1), WarcFiles.Options(), all[inFirstRun..]);

        var original = _files.Records().Single(record => record.Type == "response");
        var revisits = _files.Records().Where(record => record.Type == "revisit").ToArray();
        Assert.Equal(2, revisits.Length);
        Assert.Equal("HTTP/1.1 200 OK\r\nX-Turn: 2\r\n\r\n", Encoding.ASCII.GetString(revisits[0].Content));
        Assert.All(revisits, revisit =>
        {
            Assert.Equal("http://netpreserve.org/warc/1.1/revisit/identical-payload-digest", revisit["WARC-Profile"]);
            Assert.Equal(original["WARC-Record-ID"], revisit["WARC-Refers-To"]);
            Assert.Equal(Address, revisit["WARC-Refers-To-Target-URI"]);
            Assert.Equal(original["WARC-Date"], revisit["WARC-Refers-To-Date"]);
            Assert.Equal(original["WARC-Payload-Digest"], revisit["WARC-Payload-Digest"]);
            Assert.Equal(WarcDigest.Of(revisit.Content), revisit["WARC-Block-Digest"]);
        });
    }

    [Fact]
    public async Task Write_AnotherBodyInBetween_ComparesWithTheLastOneOnly()
    {
        string[] bodies = ["one", "two", "two", "one", "one"];

        await _files.ArchiveAsync(
            WarcFiles.Captured, WarcFiles.Options(), [.. bodies.Select((body, i) => WarcFiles.Exchange(Address, body, WarcFiles.Captured.AddSeconds(i)))]);

        Assert.Equal(
            ["response", "response", "revisit", "response", "revisit"],
            _files.Records().Select(record => record.Type).Where(type => type is "response" or "revisit"));
    }

    [Theory]
    [InlineData("HTTP/1.1 500 Internal Server Error\r\n", null)]
    [InlineData("HTTP/1.1 200 OK\r\n", "disconnect")]
    public async Task Write_WhatIsNoWholePage_IsNoOriginalForARevisit(string head, string? truncated)
    {
        var exchange = WarcFiles.Exchange(Address, "one", head: head) with { Truncated = truncated };

        await _files.ArchiveAsync(WarcFiles.Captured, WarcFiles.Options(), exchange, exchange with { At = WarcFiles.Captured.AddSeconds(1) });
        await _files.ArchiveAsync(WarcFiles.Captured.AddDays(1), WarcFiles.Options(), exchange with { Truncated = null });

        var answers = _files.Records().Where(record => record.Type is not ("warcinfo" or "request")).ToArray();
        Assert.Equal(["response", "response", "response"], answers.Select(record => record.Type));
        Assert.Equal([truncated, truncated, null], answers.Select(record => record["WARC-Truncated"]));
    }

    [Theory]
    [InlineData("If-None-Match: \"v1\"", "ETag: \"v1\"", true)]
    [InlineData("If-None-Match: \"v2\"", "ETag: \"v1\"", false)]
    [InlineData("If-Modified-Since: Mon, 15 Jan 2018 08:00:00 GMT", "Last-Modified: Mon, 15 Jan 2018 08:00:00 GMT", true)]
    [InlineData("X-Nothing: 1", "ETag: \"v1\"", false)]
    public async Task Write_NotModified_IsARevisitOfTheBodyWhoseValidatorWasSent(string asked, string validator, bool isRevisit)
    {
        var question = Encoding.ASCII.GetBytes($"GET /1 HTTP/1.1\r\n{asked}\r\n\r\n");
        var notModified = WarcFiles.Exchange(Address, "", WarcFiles.Captured.AddHours(1), "HTTP/1.1 304 Not Modified\r\n") with { Request = question };

        await _files.ArchiveAsync(WarcFiles.Captured, WarcFiles.Options(), WarcFiles.Exchange(Address, "one", head: $"HTTP/1.1 200 OK\r\n{validator}\r\n"));
        await _files.ArchiveAsync(WarcFiles.Captured.AddHours(1), WarcFiles.Options(), notModified);

        var record = _files.Records().Single(record => record.Content.AsSpan().StartsWith("HTTP/1.1 304"u8));
        Assert.Equal(isRevisit ? "revisit" : "response", record.Type);
        Assert.Equal(isRevisit ? "http://netpreserve.org/warc/1.1/revisit/server-not-modified" : null, record["WARC-Profile"]);
        Assert.Equal(isRevisit ? "2018-01-15T08:00:00Z" : null, record["WARC-Refers-To-Date"]);
    }

    [Fact]
    public async Task Write_ByManyAtOnce_TearsNothingAndLosesNothing()
    {
        await using (var archive = await WarcArchive.OpenAsync(_files.Folder, WarcFiles.Captured, WarcFiles.Options(largestFile: 20_000), Token))
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, 300), Token, async (i, token) =>
                await archive.WriteAsync(WarcFiles.Exchange($"https://example.org/{i}", $"body {i}"), token));
        }

        var records = _files.Records();
        Assert.Equal(300, records.Where(record => record.Type == "response").Select(record => record.TargetUri).Distinct().Count());
        Assert.Equal(300, records.Count(record => record.Type == "request"));
    }

    [Fact]
    public async Task Open_TwiceInTheSameMillisecond_NeverSharesAFile()
    {
        await using var one = await WarcArchive.OpenAsync(_files.Folder, WarcFiles.Captured, WarcFiles.Options(), Token);
        await using var two = await WarcArchive.OpenAsync(_files.Folder, WarcFiles.Captured, WarcFiles.Options(), Token);

        Assert.NotEqual(one.CurrentFile, two.CurrentFile);
        Assert.Empty(two.Warnings);
    }

    [Fact]
    public async Task Open_AFolderThatCannotBe_SaysSoInOneLineThatNamesIt()
    {
        var folder = Path.Combine(_files.Save("file", [1]), "archive");

        var error = await Assert.ThrowsAsync<RecordingException>(() => WarcArchive.OpenAsync(folder, WarcFiles.Captured, WarcFiles.Options(), Token));

        Assert.StartsWith(folder, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Write_OnAFullDisk_SaysSoInOneLineThatNamesTheFile()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full, the disk that is always full");
        var path = Path.Combine(_files.Folder, "a.warc.gz");

        var error = Assert.Throws<RecordingException>(() =>
            new WarcSegment(File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write), path, WarcFiles.Captured, "a test"));

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
