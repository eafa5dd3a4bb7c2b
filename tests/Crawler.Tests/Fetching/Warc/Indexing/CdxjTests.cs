using System.Text;
using CsCheck;
using LiveQuality.Crawler.Fetching.Warc.Indexing;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Warc.Indexing;

public sealed class CdxjTests : IDisposable
{
    private const string Address = "https://api.zhihu.com/lives?offset=0&limit=10";
    private readonly WarcFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Line_OfAnAnswer_IsAsCdxjIndexerWritesIt()
    {
        await _files.ArchiveAsync(WarcFiles.Captured, WarcFiles.Options(), WarcFiles.Exchange(
            Address, "{}", WarcFiles.Captured.AddTicks(7), "HTTP/1.1 404 Not Found\r\nContent-Type: application/json; charset=utf-8\r\n"));

        var line = Assert.Single(await File.ReadAllLinesAsync(Assert.Single(_files.Names("*.cdxj")), TestContext.Current.CancellationToken));

        var record = _files.Records()[1];
        var name = Path.GetFileName(Assert.Single(_files.Names("*.warc.gz")));
        Assert.Equal(
            "com,zhihu,api)/lives?limit=10&offset=0 20180115080000 "
            + $$"""{"url": "{{Address}}", "mime": "application/json", "status": "404", "digest": "{{record["WARC-Payload-Digest"]}}","""
            + $$""" "length": "{{record.MemberLength}}", "offset": "{{record.Position.Offset}}", "filename": "{{name}}"}""",
            line);
    }

    [Fact]
    public void Line_ReadBack_IsTheSame() =>
        Gen.Select(Gen.String, Gen.Int[0, 999], Gen.Long[0, long.MaxValue], (text, status, number) =>
            new CdxjLine(AddressOf(text), "20180115080000", Clean(text), $"{status}", "sha256:00", number, number / 2, "a.warc.gz"))
            .Sample(line => Assert.Equal(line, CdxjLine.Parse(line.ToString())), iter: 2000, seed: "0N0XIzNsQ0O2", threads: 1);

    [Theory]
    [InlineData("")]
    [InlineData("!meta 0 {}")]
    [InlineData("org,example)/ 20180115080000 {\"offset\": 5}")]
    [InlineData("org,example)/ 20180115080000 [1]")]
    [InlineData("org,example)/ 20180115080000 {")]
    [InlineData("org,example)/ 20180115080000 {\"url\": \"\\ud800\", \"offset\": \"5\"}")]
    [InlineData("org,example)/ 20180115080000 {\"\\ud800\": 1, \"offset\": \"5\"}")]
    public void Line_ThatIsNone_IsNoneAndNoError(string line) => Assert.Null(CdxjLine.Parse(line));

    [Fact]
    public async Task Index_Rebuilt_IsTheOneThatWasWritten()
    {
        await _files.ArchiveAsync(WarcFiles.Captured, WarcFiles.Options(largestFile: 4000), [.. Enumerable.Range(0, 60).Select(i =>
            WarcFiles.Exchange($"https://example.org/{i % 20}", $"body {(i < 40 ? i % 20 : i % 30)}", WarcFiles.Captured.AddSeconds(i)))]);
        var written = Indexes();

        foreach (var path in _files.Names("*.cdxj"))
        {
            File.Delete(path);
        }

        await _files.ArchiveAsync(WarcFiles.Captured.AddDays(1), WarcFiles.Options());

        Assert.InRange(written.Count, 3, 30);
        Assert.Equal(written, Indexes().Where(index => written.ContainsKey(index.Key)));
        Assert.Contains(written.Values, text => text.Contains("warc/revisit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Index_OlderThanItsArchive_IsMadeAgain()
    {
        await _files.ArchiveAsync(WarcFiles.Captured, WarcFiles.Options(), WarcFiles.Exchange(Address, "{}"));
        var (path, written) = Assert.Single(Indexes());
        await File.WriteAllTextAsync(path, "stale", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(Assert.Single(_files.Names("*.warc.gz"))).AddSeconds(-1));

        await _files.ArchiveAsync(WarcFiles.Captured.AddDays(1), WarcFiles.Options());

        Assert.Equal(written, Indexes()[path]);
    }

    [Fact]
    public async Task Index_OfAClosedArchive_IsSortedBytewiseAndNothingElseIsLeft()
    {
        await _files.ArchiveAsync(WarcFiles.Captured, WarcFiles.Options(), [.. "zbyaxc"
            .Select((letter, i) => WarcFiles.Exchange($"https://example.org/{letter}", "{}", WarcFiles.Captured.AddSeconds(i)))]);

        var lines = Assert.Single(Indexes()).Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(6, lines.Length);
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        Assert.Equal(2, _files.Names("*").Length);
    }

    private SortedDictionary<string, string> Indexes() => new(_files.Names("*.cdxj").ToDictionary(path => path, File.ReadAllText), StringComparer.Ordinal);

    private static string AddressOf(string text) => $"https://example.org/?{Uri.EscapeDataString(Clean(text))}";

    // What Latin-1 headers can hold, without lone surrogates.
    private static string Clean(string text) => Encoding.Latin1.GetString(Encoding.Latin1.GetBytes(text));
}
