using System.IO.Compression;
using System.Text;
using CsCheck;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Warc;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Warc;

public sealed class WarcReaderTests : IDisposable
{
    private readonly WarcFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_WhateverWasWritten_GivesTheSameBytesAtTheSamePositions(bool zipped) =>
        Gen.Byte.Array[0, 3000].Array[1, 8].Sample(bodies =>
        {
            var exchanges = bodies.Select((body, i) => WarcFiles.Exchange($"https://api.zhihu.com/lives/{i}?a={i}", body)).ToArray();
            var bytes = WriteSync(exchanges);
            var reader = new WarcReader(_files.Save("law", zipped ? bytes : WarcFiles.Inflate(bytes)));

            var items = reader.Read(CancellationToken.None).ToArray();

            Assert.All(items, item => Assert.Null(item.Problem));
            var responses = items.Select(item => item.Record!).Where(record => record.Type == "response").ToArray();
            Assert.Equal(exchanges.Select(exchange => exchange.Response), responses.Select(record => record.Content));
            Assert.Equal(exchanges.Select(exchange => exchange.Target.AbsoluteUri), responses.Select(record => record.TargetUri));
            Assert.All(responses, record => Assert.Equal(record.Content, reader.ReadAt(record.Position).Content));
        }, iter: 200, seed: "0N0XIzNsQ0O2", threads: 1);

    [Fact]
    public void Read_HeadersOfMembersThatDoNotEnd_TakeNoMemoryByTheByte()
    {
        byte[] noise = [.. Enumerable.Repeat<byte[]>([0x1F, 0x8B, 0x08, 0x1F], 15_000).SelectMany(bytes => bytes)];
        using var file = new MemoryStream(noise);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var problems = new WarcReader("a.warc.gz").Read(file, CancellationToken.None).Count();

        Assert.Equal(WarcReader.MostProblems, problems);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 * 1024 * 1024);
    }

    [Fact]
    public async Task Read_AnArchiveInsideAnAnswer_IsNotTakenForTheArchiveItself()
    {
        // Stored, not compressed: the inner members' signatures stand in the outer member as they are.
        var random = new byte[9000];
        new Random(7).NextBytes(random);
        var inner = await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/1", random), WarcFiles.Exchange("https://example.org/2", random));
        var path = await _files.SaveAsync(
            "nested.warc.gz", WarcFiles.Exchange("https://example.org/outer", inner), WarcFiles.Exchange("https://example.org/next", "{}"));

        var items = new WarcReader(path).Read(TestContext.Current.CancellationToken).ToArray();

        Assert.All(items, item => Assert.Null(item.Problem));
        Assert.Equal(["warcinfo", "response", "request", "response", "request"], items.Select(item => item.Record!.Type));
        Assert.Equal(inner, items[1].Record!.Content);
    }

    [Fact]
    public async Task Read_ManyRecordsInOneMember_GivesThemAll()
    {
        var members = await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/1", "one"), WarcFiles.Exchange("https://example.org/2", "two"));
        using var one = new MemoryStream();
        await using (var gzip = new GZipStream(one, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(WarcFiles.Inflate(members), TestContext.Current.CancellationToken);
        }

        var reader = new WarcReader(_files.Save("one.warc.gz", one.ToArray()));
        var records = reader.Read(TestContext.Current.CancellationToken).Select(item => item.Record!).ToArray();

        Assert.Equal(5, records.Length);
        Assert.All(records, record => Assert.Equal(record.Content, reader.ReadAt(record.Position).Content));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_TornAnywhereInTheLastRecord_GivesTheOthersAndOneProblemWithItsOffset(bool zipped)
    {
        var whole = await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/1", "one"));
        var two = await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/1", "one"), WarcFiles.Exchange("https://example.org/2", "two"));
        (whole, two) = zipped ? (whole, two) : (WarcFiles.Inflate(whole), WarcFiles.Inflate(two));
        var last = new WarcReader(_files.Save("two", two)).Read(TestContext.Current.CancellationToken).Last().Record!.Position.Offset;

        for (var length = last + 1; length < two.Length; length++)
        {
            var path = _files.Save("torn", two[..(int)length]);

            var items = new WarcReader(path).Read(TestContext.Current.CancellationToken).ToArray();

            Assert.Equal(4, items.Count(item => item.Record is not null));
            var problem = Assert.Single(items, item => item.Problem is not null).Problem!;
            Assert.Equal(last, problem.Offset);
            Assert.True(problem.IsTorn, $"{length} of {two.Length} bytes");
            Assert.StartsWith($"{path}: at byte {last}: ", problem.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain('\n', problem.ToString());
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_ADamagedRecordInTheMiddle_GivesTheOnesAfterIt(bool zipped)
    {
        var bytes = await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/1", "one"), WarcFiles.Exchange("https://example.org/2", "two"));
        bytes = zipped ? bytes : WarcFiles.Inflate(bytes);
        var records = new WarcReader(_files.Save("sound", bytes)).Read(TestContext.Current.CancellationToken).Select(item => item.Record!).ToArray();
        var hit = records[1].Position.Offset;
        bytes.AsSpan((int)hit + (zipped ? 40 : 0), 9).Fill((byte)'?');

        var items = new WarcReader(_files.Save("damaged", bytes)).Read(TestContext.Current.CancellationToken).ToArray();

        var problem = Assert.Single(items, item => item.Problem is not null).Problem!;
        Assert.Equal(hit, problem.Offset);
        Assert.False(problem.IsTorn);
        Assert.Equal(["warcinfo", "request", "response", "request"], items.Where(item => item.Record is not null).Select(item => item.Record!.Type));
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0x1F, 0x8B, 0x07 })]
    public async Task Read_SomethingElseAfterTheLastRecord_IsNotTakenForATornRecord(byte[] tail)
    {
        var bytes = await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/1", "one"));

        var items = new WarcReader(_files.Save("tail.warc.gz", [.. bytes, .. tail])).Read(TestContext.Current.CancellationToken).ToArray();

        var problem = Assert.Single(items, item => item.Problem is not null).Problem!;
        Assert.Equal(bytes.Length, problem.Offset);
        Assert.False(problem.IsTorn);
    }

    [Fact]
    public async Task Read_AWrongChecksumInTheLastRecord_IsNotTakenForATornRecord()
    {
        var bytes = await WarcFiles.BytesAsync(WarcFiles.Exchange("https://example.org/1", "one"));
        bytes[^6] ^= 1;

        var items = new WarcReader(_files.Save("wrong.warc.gz", bytes)).Read(TestContext.Current.CancellationToken).ToArray();

        Assert.False(Assert.Single(items, item => item.Problem is not null).Problem!.IsTorn);
    }

    [Fact]
    public void Read_AnyGarbage_GivesProblemsAndNoException() =>
        Gen.Byte.Array[1, 4000].Sample(bytes =>
        {
            byte[][] garbage = [bytes, [0x1F, 0x8B, 0x08, .. bytes], [.. "WARC/1.1\r\n"u8, .. bytes]];
            foreach (var one in garbage)
            {
                var items = new WarcReader(_files.Save("garbage", one)).Read(CancellationToken.None).ToArray();
                Assert.NotEmpty(items);
                Assert.All(items, item => Assert.NotNull(item.Problem));
            }
        }, iter: 300, seed: "0N0XIzNsQ0O2", threads: 1);

    [Theory]
    [InlineData("WARC/1.1\r\nContent-Length: 99\r\n\r\n", "99 bytes are more than the 10")]
    [InlineData("WARC/1.1\r\nContent-Length: -1\r\n\r\n", "no usable Content-Length")]
    [InlineData("WARC/1.1\r\nWARC-Type: response\r\n\r\n", "no usable Content-Length")]
    [InlineData("WARC/1.1\r\nContent-Length: 9\r\n\r\nab", "ends 7 bytes before")]
    [InlineData("WARC/1.1\r\nContent-Length: 1\r\n\r\nabcdef\r\n\r\n", "longer than its Content-Length")]
    [InlineData("WARC/1.1\r\nno colon\r\n\r\n", "has no name")]
    [InlineData("WARC/1.1\r\nContent-", "ends in a record's header")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", "must begin with WARC/1")]
    public void Read_ABrokenRecord_SaysWhatIsWrong(string text, string reason)
    {
        var reader = new WarcReader(_files.Save("broken.warc", Encoding.ASCII.GetBytes(text)), maxContentBytes: 10);

        var item = Assert.Single(reader.Read(TestContext.Current.CancellationToken));

        Assert.Contains(reason, item.Problem!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AHeaderWithoutEnd_StopsAtItsBound()
    {
        var path = _files.Save("long.warc", Encoding.ASCII.GetBytes("WARC/1.1\r\n" + new string('a', 200_000)));

        var item = Assert.Single(new WarcReader(path).Read(TestContext.Current.CancellationToken));

        Assert.Contains("longer than 65536 bytes", item.Problem!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AMissingFile_NamesIt()
    {
        var path = Path.Combine(_files.Folder, "nowhere.warc.gz");

        var error = Assert.Throws<RecordingException>(() => new WarcReader(path).Read(TestContext.Current.CancellationToken).ToArray());

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private static byte[] WriteSync(WarcExchange[] exchanges) => WarcFiles.BytesAsync(exchanges).GetAwaiter().GetResult();
}
