using LiveQuality.Crawler.Importing;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Crawler.Tests.Importing;

public sealed class CsvTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("id,subject\n826534289034342401,题目\n")]
    [InlineData("\uFEFFid,subject\r\n826534289034342401,题目")]
    [InlineData("\"id\", subject \n\"826534289034342401\",\"题目\"\n\n")]
    public void Read_WithOrWithoutByteOrderMark_GivesTheSameRow(string text)
    {
        var row = Assert.Single(Rows(_folder.Write("a.csv", text)));

        Assert.Equal(["id=826534289034342401", "subject=题目"], row.Cells.Select(c => $"{c.Key}={c.Value}"));
        Assert.Equal($"{_folder.PathOf("a.csv")}, row 2", row.Origin);
    }

    [Fact]
    public void Read_QuotesCommasLineBreaksBlanksAndHashes_AreText()
    {
        var rows = Rows(_folder.Write("a.csv", "a,b\n\"x,\"\"y\"\"\r\nz\",\n\n#1,2\n,\n"));

        Assert.Equal(["a=x,\"y\"\r\nz", "a=#1", "b=2"], rows.SelectMany(r => r.Cells).Select(c => $"{c.Key}={c.Value}"));
        Assert.Equal([2, 4], rows.Select(r => r.Number));
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n", ", row 3 has 1 fields, the header 2")]
    [InlineData("a,b\n1,2,3\n", ", row 2 has 3 fields, the header 2")]
    [InlineData("a,b,a\n", ", row 1: columns 1 and 3 are both named a")]
    [InlineData("a,,c\n", ", row 1: column 2 has no name")]
    [InlineData("", " is empty")]
    public void Read_Broken_NamesTheRow(string text, string expected)
    {
        var path = _folder.Write("a.csv", text);

        Assert.Equal(path + expected, Error(path));
    }

    [Fact]
    public void Read_QuoteThatNeverCloses_NamesTheRow()
    {
        var shortFile = _folder.Write("a.csv", "a,b\n1,\"2\n");
        var longFile = _folder.Write("b.csv", "a,b\n1,2\n3,\"" + string.Concat(Enumerable.Repeat("line,of text\n", 400_000)));

        Assert.StartsWith($"{shortFile}, row 2", Error(shortFile), StringComparison.Ordinal);
        Assert.Equal($"{longFile}, row 3: longer than 4,194,304 characters: is a quote missing?", Error(longFile));
    }

    [Fact]
    public void Read_NotUtf8_SaysSo()
    {
        var path = _folder.Write("a.csv", [.. "a,b\n1,"u8, 0xD6, 0xAA, 0xBA, 0xF5, (byte)'\n']);

        Assert.Contains("not UTF-8", Error(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Missing_SaysSo() => Assert.Equal($"{_folder.PathOf("x.csv")}: no such file", Error(_folder.PathOf("x.csv")));

    private static List<FileRow> Rows(string path)
    {
        using var table = CsvTable.Open(path);
        return [.. table.ReadRows(TestContext.Current.CancellationToken)];
    }

    private static string Error(string path)
    {
        var message = Assert.Throws<ImportException>(() => Rows(path)).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
