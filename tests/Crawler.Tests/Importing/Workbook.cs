using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LiveQuality.Crawler.Tests.Importing;

/// <summary>Builds small workbooks, right and wrong ones.</summary>
internal static class Workbook
{
    public static Cell Text(string text) => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    public static Cell Number(string digits) => new() { CellValue = new CellValue(digits) };

    public static Cell Of(CellValues type, string value) => new() { DataType = type, CellValue = new CellValue(value) };

    public static Cell At(string place, Cell cell)
    {
        cell.CellReference = place;
        return cell;
    }

    public static Row Row(params Cell[] cells) => new(cells.Cast<OpenXmlElement>());

    public static string Save(string path, params Row[] rows) => Save(path, [], ("Sheet1", rows));

    public static string Save(string path, string[] sharedStrings, params (string Name, Row[] Rows)[] sheets)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
        if (sharedStrings.Length > 0)
        {
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                sharedStrings.Select(s => new SharedStringItem(new Text(s) { Space = SpaceProcessingModeValues.Preserve })));
        }

        foreach (var (name, rows) in sheets)
        {
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(rows.Cast<OpenXmlElement>()));
            var sheetList = book.Workbook.Sheets!;
            sheetList.Append(new Sheet { Name = name, SheetId = (uint)sheetList.Count() + 1, Id = book.GetIdOfPart(part) });
        }

        return path;
    }

    public static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
