using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;
using LiveQuality.Crawler.Importing;
using LiveQuality.Tests;
using Xunit;
using static LiveQuality.Crawler.Tests.Importing.Workbook;

namespace LiveQuality.Crawler.Tests.Importing;

public sealed partial class XlsxTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_StudyTable_GivesEveryRowWithItsExactId()
    {
        var path = RealData.Path("ZhihuLiveDB-2018-01.xlsx");
        using var archive = ZipFile.OpenRead(path);
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var ids = IdCell().Matches(sheet.ReadToEnd()).Select(m => (Row: m.Groups[1].Value, Id: m.Groups[2].Value)).ToList();

        var start = TimeProvider.System.GetTimestamp();
        var rows = Rows(path);
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine($"{rows.Count} rows in {seconds:F2} s, {rows.Count / seconds:N0} rows/s");

        Assert.Equal(5439, rows.Count);
        Assert.Equal(35, Columns(path).Count);
        Assert.Equal(ids, rows.Select(r => (Workbook.Digits(r.Number), r.Cells["id"])));
        Assert.All(rows, r => Assert.Matches("^[0-9]{18}$", r.Cells["live_id"]));
    }

    [Fact]
    public void Read_IdsAsNumberCells_KeepsEveryDigit()
    {
        string[] ids = ["826534289034342401", "9007199254740993", "8.2653428903434240E17", "007", "-1", "9.99"];
        var path = Save(_folder.PathOf("a.xlsx"), [Row(Text("id")), .. ids.Select(id => Row(Number(id)))]);

        Assert.Equal(ids, Rows(path).Select(r => r.Cells["id"]));
    }

    [Fact]
    public void Read_EveryKindOfCell_IsText()
    {
        var rich = new Cell
        {
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Run(new Text("知")), new Run(new Text("乎")), new PhoneticRun(new Text("zhihu")) { BaseTextStartIndex = 0, EndingBaseIndex = 1 }),
        };
        var path = Save(
            _folder.PathOf("a.xlsx"),
            ["共享", " 两端 ", "a_x0008_b"],
            ("Sheet1",
            [
                Row([.. "abcdefgh".Select(c => Text(c.ToString()))]),
                Row(Of(CellValues.SharedString, "0"), Of(CellValues.SharedString, "1"), Of(CellValues.SharedString, "2"), Of(CellValues.Boolean, "1"),
                    Of(CellValues.Boolean, "0"), Of(CellValues.String, "=公式"), rich, Number(string.Empty)),
            ]));

        var row = Assert.Single(Rows(path));

        Assert.Equal(["a=共享", "b= 两端 ", "c=a\bb", "d=true", "e=false", "f==公式", "g=知乎"], row.Cells.Select(c => $"{c.Key}={c.Value}"));
    }

    [Fact]
    public void Read_MissingCellsBlankRowsAndGaps_KeepsColumnsAndRowNumbers()
    {
        var path = Save(
            _folder.PathOf("a.xlsx"),
            Row(Text("a"), Text("b"), Text(" c ")),
            Row(),
            new Row(At("C7", Number("3")), At("D7", Text(string.Empty))) { RowIndex = 7 },
            Row(At("B8", Number("2")), Number("3")));

        var rows = Rows(path);

        Assert.Equal([7, 8], rows.Select(r => r.Number));
        Assert.Equal(["c=3", "b=2", "c=3"], rows.SelectMany(r => r.Cells).Select(c => $"{c.Key}={c.Value}"));
        Assert.Equal($"{path}, sheet Sheet1, row 7", rows[0].Origin);
    }

    [Fact]
    public void Open_SeveralSheets_TakesTheStudys()
    {
        var both = Save(_folder.PathOf("a.xlsx"), [], ("Notes", [Row(Text("x"))]), ("ZhihuLive", [Row(Text("id")), Row(Number("1"))]));
        var neither = Save(_folder.PathOf("b.xlsx"), [], ("Notes", [Row(Text("x"))]), ("More", []));

        Assert.Equal(["id"], Columns(both));
        Assert.Equal($"{neither} has several sheets (Notes, More) and none is named ZhihuLive", Error(neither));
    }

    [Fact]
    public void Open_DuplicateColumn_NamesBothPlaces()
    {
        var path = Save(_folder.PathOf("a.xlsx"), Row(Text("live\nid"), Text("x"), Text("live\nid ")));

        Assert.Equal($"{path}, sheet Sheet1, row 1: columns A and C are both named live id", Error(path));
    }

    [Fact]
    public void Open_NoHeader_SaysSo()
    {
        var path = Save(_folder.PathOf("a.xlsx"), Row(), Row(Text("  ".Trim())));

        Assert.Equal($"{path}, sheet Sheet1 has no header row", Error(path));
    }

    [Fact]
    public void Read_ValueOutsideTheHeader_NamesRowAndColumn()
    {
        var path = Save(_folder.PathOf("a.xlsx"), Row(Text("id")), Row(Number("1"), At("AB2", Number("2"))));

        Assert.Equal($"{path}, sheet Sheet1, row 2, column AB: a value, but the header names no such column", Error(path));
    }

    [Fact]
    public void Read_ErrorCellOrBrokenReference_NamesRowAndColumn()
    {
        var error = Save(_folder.PathOf("a.xlsx"), Row(Text("id"), Text("n")), Row(Number("1"), Of(CellValues.Error, "#N/A")));
        var shared = Save(_folder.PathOf("b.xlsx"), Row(Text("id")), Row(Of(CellValues.SharedString, "7")));
        var place = Save(_folder.PathOf("c.xlsx"), Row(Text("id")), Row(At("ZZZZ2", Number("1"))));
        var twice = Save(_folder.PathOf("d.xlsx"), Row(Text("id")), Row(At("A2", Number("1")), At("A2", Number("2"))));

        Assert.Equal($"{error}, sheet Sheet1, row 2, column n: the cell holds the error #N/A", Error(error));
        Assert.Equal($"{shared}, sheet Sheet1, row 2, column id: there is no shared text 7", Error(shared));
        Assert.Equal($"{place}, sheet Sheet1, row 2: ZZZZ2 is no place of a cell", Error(place));
        Assert.Equal($"{twice}, sheet Sheet1, row 2, column id: two cells in one place", Error(twice));
    }

    [Fact]
    public void Open_NoWorkbook_SaysWhatItIs()
    {
        var missing = _folder.PathOf("missing.xlsx");
        var empty = _folder.Write("empty.xlsx", []);
        var text = _folder.Write("text.xlsx", "id,subject\n1,a\n");
        var locked = _folder.Write("locked.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
        var whole = File.ReadAllBytes(Save(_folder.PathOf("a.xlsx"), Row(Text("id")), Row(Number("1"))));
        var cut = _folder.Write("cut.xlsx", whole[..(whole.Length / 2)]);
        var other = _folder.PathOf("other.xlsx");
        using (var archive = ZipFile.Open(other, ZipArchiveMode.Create))
        {
            archive.CreateEntry("hello.txt");
        }

        Assert.Equal($"{missing}: no such file", Error(missing));
        Assert.Equal($"{empty} is empty", Error(empty));
        Assert.Equal($"{text} is no .xlsx workbook, or cut short", Error(text));
        Assert.StartsWith($"{locked} is protected by a password", Error(locked), StringComparison.Ordinal);
        Assert.Equal($"{cut} is no .xlsx workbook, or cut short", Error(cut));
        Assert.StartsWith(other, Error(other), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SheetThatEndsInTheMiddle_NamesTheRow()
    {
        var path = Rewrite(Save(_folder.PathOf("a.xlsx"), Row(Text("id")), Row(Number("1")), Row(Number("2"))), xml => xml[..xml.LastIndexOf("<x:row", StringComparison.Ordinal)]);

        Assert.StartsWith($"{path}, sheet Sheet1, row 2: ", Error(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ZipBomb_IsRefusedBeforeItIsUnpacked()
    {
        var path = Save(_folder.PathOf("a.xlsx"), Row(Text("id")));
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            using var bomb = archive.CreateEntry("xl/bomb.xml", CompressionLevel.Fastest).Open();
            var block = new byte[1024 * 1024];
            for (var i = 0; i < 520; i++)
            {
                bomb.Write(block);
            }
        }

        Assert.Matches("would unpack to 545,[0-9,]+ bytes; at most 536,870,912 are read$", Error(path));
    }

    [Fact]
    public void Open_TooManySharedTexts_IsRefused()
    {
        var path = Save(_folder.PathOf("a.xlsx"), ["marker"], ("Sheet1", [Row(Text("id"))]));
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            var old = archive.Entries.Single(e => e.Name.StartsWith("sharedStrings", StringComparison.Ordinal));
            var name = old.FullName;
            old.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open());
            writer.Write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
            for (var i = 0; i < 4_200_000; i++)
            {
                writer.Write("<si/>");
            }

            writer.Write("</sst>");
        }

        Assert.Equal($"{path} is damaged: more than 67,108,864 characters of shared text", Error(path));
    }

    [Fact]
    public void Read_HugeRow_IsRefused()
    {
        var path = Save(_folder.PathOf("a.xlsx"), Row(Text("id"), Text("text")), Row(Number("1"), Text(new string('x', 4_200_000))));

        Assert.Equal($"{path}, sheet Sheet1, row 2, column text: more than 4,194,304 characters in one row", Error(path));
    }

    [Fact]
    public void Read_DocumentTypeInTheSheet_IsRefused()
    {
        var path = Rewrite(
            Save(_folder.PathOf("a.xlsx"), Row(Text("id")), Row(Text("lol"))),
            xml => "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY lol \"lol\">]>" + xml[xml.IndexOf("<x:worksheet", StringComparison.Ordinal)..].Replace(">lol<", ">&lol;<", StringComparison.Ordinal));

        Assert.Contains("DTD", Error(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        var path = Save(_folder.PathOf("a.xlsx"), Row(Text("id")), Row(Number("1")));
        using var table = XlsxTable.Open(path);

        Assert.Throws<OperationCanceledException>(() => table.ReadRows(new CancellationToken(canceled: true)).Count());
    }

    private static string Rewrite(string path, Func<string, string> change)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        var old = archive.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal));
        string xml;
        using (var reader = new StreamReader(old.Open()))
        {
            xml = reader.ReadToEnd();
        }

        var name = old.FullName;
        old.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(change(xml));
        return path;
    }

    private static List<FileRow> Rows(string path)
    {
        using var table = XlsxTable.Open(path);
        return [.. table.ReadRows(TestContext.Current.CancellationToken)];
    }

    private static IReadOnlyList<string> Columns(string path)
    {
        using var table = XlsxTable.Open(path);
        return table.Columns;
    }

    private static string Error(string path)
    {
        var message = Assert.Throws<ImportException>(() => Rows(path)).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    [GeneratedRegex("<c r=\"A([0-9]+)\" t=\"inlineStr\"><is><t>([0-9]+)</t>")]
    private static partial Regex IdCell();
}
