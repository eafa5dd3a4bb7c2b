using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LiveQuality.Crawler.Importing;

/// <summary>Opens workbooks that may come from anybody.</summary>
internal static class XlsxPackage
{
    /// <summary>Name of the sheet in the study's table, for workbooks with several.</summary>
    private const string StudySheet = "ZhihuLive";

    // 70 times the study's table. The sizes that the archive declares are what .NET unpacks at most, so they can be believed.
    private const long MaxUnpackedBytes = 512L * 1024 * 1024;

    private static ReadOnlySpan<byte> OleSignature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static SpreadsheetDocument Open(string path)
    {
        using (var file = ImportFile.Open(path))
        {
            Check(path, file);
        }

        return SpreadsheetDocument.Open(path, isEditable: false, new OpenSettings { MaxCharactersInPart = MaxUnpackedBytes });
    }

    public static (string Name, WorksheetPart Part) Sheet(string path, SpreadsheetDocument document)
    {
        var sheets = document.WorkbookPart?.Workbook?.Sheets?.Elements<Sheet>().ToList() ?? [];
        var sheet = sheets.Count == 1 ? sheets[0] : sheets.FirstOrDefault(s => s.Name?.Value == StudySheet);
        if (sheet is null)
        {
            var names = string.Join(", ", sheets.Select(s => s.Name?.Value));
            throw new ImportException(sheets.Count == 0 ? $"{path} has no sheet" : $"{path} has several sheets ({names}) and none is named {StudySheet}");
        }

        return sheet.Id?.Value is { } id && document.WorkbookPart!.TryGetPartById(id, out var part) && part is WorksheetPart worksheet
            ? (sheet.Name?.Value ?? string.Empty, worksheet)
            : throw new ImportException($"{path}, sheet {sheet.Name?.Value}: its content is missing");
    }

    private static void Check(string path, FileStream file)
    {
        var start = new byte[OleSignature.Length];
        if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && OleSignature.SequenceEqual(start))
        {
            throw new ImportException($"{path} is protected by a password, or an old .xls: save it as .xlsx without a password");
        }

        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Sum(e => e.Length) is > MaxUnpackedBytes and var size)
            {
                throw new ImportException($"{path} would unpack to {size:N0} bytes; at most {MaxUnpackedBytes:N0} are read");
            }
        }
        catch (InvalidDataException e)
        {
            throw new ImportException($"{path} is no .xlsx workbook, or cut short", e);
        }
    }
}
