using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>The study's table as columns of text, read from its first sheet; only the fit needs it.</summary>
internal sealed class StudyTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<string[]> _rows = [];

    public int Count => _rows.Count;

    public static StudyTable Read(string path)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        var book = document.WorkbookPart ?? throw new InvalidDataException($"{path}: has no workbook");
        var shared = book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToArray() ?? [];
        using var reader = OpenXmlReader.Create(book.WorksheetParts.First());

        var table = new StudyTable();
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement && reader.LoadCurrentElement() is Row row)
            {
                table.Add(row, shared);
            }
        }

        return table;
    }

    public string Text(int row, string column) =>
        _columns.TryGetValue(column, out var at) ? _rows[row][at] : throw new InvalidDataException($"the table has no column {column}");

    public double Number(int row, string column) => double.Parse(Text(row, column), CultureInfo.InvariantCulture);

    private void Add(Row row, string[] shared)
    {
        var cells = new string[Math.Max(_columns.Count, 64)];
        Array.Fill(cells, "");
        var next = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            var at = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : next;
            var text = cell.CellValue?.Text ?? cell.InnerText;
            cells[at] = cell.DataType?.Value == CellValues.SharedString ? shared[int.Parse(text, CultureInfo.InvariantCulture)] : text;
            next = at + 1;
        }

        if (_columns.Count > 0)
        {
            _rows.Add(cells);
            return;
        }

        for (var at = 0; at < next; at++)
        {
            _columns[cells[at]] = at;
        }
    }

    private static int ColumnOf(string reference)
    {
        var at = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
        {
            at = (at * 26) + letter - 'A' + 1;
        }

        return at - 1;
    }
}
