using CsCheck;
using LiveQuality.Crawler.Importing;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Crawler.Tests.Importing;

public sealed class JsonlFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReadLines_BlankLinesAndBothLineEnds_KeepsNumbersAndText()
    {
        var path = _folder.Write("a.jsonl", "\uFEFF{\"a\":1}\r\n\n  \n{\"b\":\"\u2028\u0085\"}");

        var lines = Lines(path);

        Assert.Equal([(1, "{\"a\":1}"), (4, "{\"b\":\"\u2028\u0085\"}")], lines.Select(l => (l.Number, l.Text)));
        Assert.Equal($"{path}, line 4", lines[1].Origin);
    }

    [Fact]
    public void ReadLines_LinesOfAnyLength_AreThoseWritten() =>
        Gen.Int[1, 200_000].Array[0, 4].Sample(
            lengths =>
            {
                string[] lines = [.. lengths.Select((n, i) => new string((char)('a' + i), n))];
                var path = _folder.Write("a.jsonl", string.Join('\n', lines) + "\n\n");

                Assert.Equal(lines, Lines(path).Select(l => l.Text));
            },
            iter: 50,
            seed: "0N0XIzNsQ0O2",
            threads: 1);

    [Fact]
    public void ReadLines_LineTooLong_NamesIt()
    {
        var path = _folder.Write("a.jsonl", "{}\n" + new string('x', JsonlFile.MaxLineCharacters + 70_000));

        Assert.Equal($"{path}, line 2 is longer than 16,777,216 characters", Assert.Throws<ImportException>(() => Lines(path)).Message);
    }

    [Fact]
    public void ReadLines_NotUtf8_NamesTheLine()
    {
        var path = _folder.Write("a.jsonl", [.. "{}\n"u8, 0xFF, (byte)'\n']);

        Assert.StartsWith($"{path}, line ", Assert.Throws<ImportException>(() => Lines(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadLines_RealLives_AreThirty() => Assert.Equal(30, Lines(RealData.Path("zhihu-api/lives.jsonl")).Count);

    private static List<JsonLine> Lines(string path) => [.. JsonlFile.ReadLines(path, TestContext.Current.CancellationToken)];
}
