using LiveQuality.Crawler.Importing;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Study.Tables;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Tables;

public sealed class StudyTableReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public StudyTableReaderTests() => _path = _folder.PathOf("table.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_InventedTable_KeepsOrderNumbersAndTags()
    {
        StudyFile.Write(_path, rows: 3);

        var table = StudyTableReader.Read(_path, TestContext.Current.CancellationToken);

        Assert.Equal(["900000000000000002", "900000000000000001", "900000000000000000"], table.Rows.Select(row => row.Id));
        Assert.Equal([3, 0, 0], [table.Source.Rows, table.Source.Doubled, table.Source.BlankCells]);
        Assert.Equal(StudyFeatures.All.Count, table.ToMatrix(StudyFeatures.All).Columns);
    }

    [Fact]
    public void Read_DoubledRow_IsLeftOutAndCounted()
    {
        StudyFile.Write(_path, rows: 3);
        File.AppendAllLines(_path, [File.ReadLines(_path).Last()]);

        var table = StudyTableReader.Read(_path, TestContext.Current.CancellationToken);

        Assert.Equal((3, 1), (table.Rows.Count, table.Source.Doubled));
    }

    [Theory]
    [InlineData("review_score", "score", "row 1: there is no column review_score")]
    [InlineData("liked_num", "Liked Num", "row 1: there is no column liked_num; is Liked Num meant?")]
    public void Read_RenamedColumn_NamesIt(string column, string renamed, string expected)
    {
        StudyFile.Write(_path, rows: 3);
        File.WriteAllText(_path, File.ReadAllText(_path).Replace(column, renamed, StringComparison.Ordinal));

        Assert.EndsWith(expected, Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("duration", "an hour", "row 3, column duration: 'an hour' is no number")]
    [InlineData("review_score", "5.5", "row 3, column review_score: 5.5 is no mean rating from 1 to 5, nor 0")]
    [InlineData("review_score", "", "row 3, column review_score: the cell is blank")]
    [InlineData("live_id", "900000000000000002", "row 3, column live_id: 900000000000000002 is that of row 2 too, and the rows differ")]
    [InlineData("amount", "1e300", "row 3, column amount: '1e300' is no number")]
    public void Read_WrongCell_NamesRowAndColumn(string column, string text, string expected)
    {
        StudyFile.Write(_path, rows: 3, (1, column, text));

        Assert.EndsWith(expected, Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BlankTag_IsZero_OtherBlanksAreUnknown()
    {
        StudyFile.Write(_path, rows: 3, (0, "tag_id", string.Empty), (1, "duration", string.Empty));

        var table = StudyTableReader.Read(_path, TestContext.Current.CancellationToken);

        var cells = table.ToMatrix(["tag_id", "duration"]);
        Assert.Equal((0, double.NaN, 1), (cells[0, 0], cells[1, 1], table.Source.BlankCells));
    }

    [Fact]
    public void Read_CreatedAt_IsThereWhereTheFileHasIt()
    {
        StudyFile.Write(_path, rows: 2, (1, "extra", string.Empty), (0, "extra", "1479000000"));
        var without = StudyTableReader.Read(_path, TestContext.Current.CancellationToken);
        File.WriteAllText(_path, File.ReadAllText(_path).Replace("extra", "created_at", StringComparison.Ordinal));

        var with = StudyTableReader.Read(_path, TestContext.Current.CancellationToken);

        Assert.Equal([null, null], without.Rows.Select(row => row.CreatedAt));
        Assert.Equal([1_479_000_000, null], with.Rows.Select(row => row.CreatedAt));
    }

    [Fact]
    public void Read_NoRows_SaysSo()
    {
        StudyFile.Write(_path, rows: 0);

        Assert.EndsWith("there are no rows below the header", Refused(), StringComparison.Ordinal);
    }

    private string Refused() => Assert.Throws<ImportException>(() => StudyTableReader.Read(_path, TestContext.Current.CancellationToken)).Message;
}
