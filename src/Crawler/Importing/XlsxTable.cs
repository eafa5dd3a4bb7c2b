using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace LiveQuality.Crawler.Importing;

/// <summary>A sheet of an Excel workbook (.xlsx), its first row with content as the header.</summary>
public sealed class XlsxTable : ITable
{
    private readonly string _place;
    private readonly SpreadsheetDocument _document;
    private readonly OpenXmlReader _reader;
    private readonly XlsxRows _rows;
    private readonly SortedDictionary<int, string> _columns = [];

    private XlsxTable(string place, SpreadsheetDocument document, WorksheetPart sheet)
    {
        _place = place;
        _document = document;
        _reader = OpenXmlReader.Create(sheet);
        _rows = new XlsxRows(_reader, SharedStrings.Read(document.WorkbookPart!.SharedStringTablePart));
    }

    /// <inheritdoc/>
    public string Header { get; private set; } = string.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns => [.. _columns.Values];

    /// <summary>Opens a workbook: its only sheet, or the one named <c>ZhihuLive</c>.</summary>
    /// <param name="path">The file. Unpacked, it may have at most 512 MiB.</param>
    /// <exception cref="ImportException">It is no workbook, protected by a password, too large, or without a header.</exception>
    public static XlsxTable Open(string path)
    {
        SpreadsheetDocument? document = null;
        XlsxTable? table = null;
        try
        {
            document = XlsxPackage.Open(path);
            var (name, sheet) = XlsxPackage.Sheet(path, document);
            table = new XlsxTable($"{path}, sheet {name}", document, sheet);
            table.ReadHeader();
            return table;
        }
        catch (Exception e) when (IsBroken(e))
        {
            table?._reader.Dispose();
            document?.Dispose();
            throw e as ImportException ?? new ImportException($"{path} is damaged: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<FileRow> ReadRows(CancellationToken cancellationToken)
    {
        while (Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_rows.Cells.Count > 0)
            {
                yield return Row();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _document.Dispose();
    }

    // The library throws whatever its parsers throw when a part, a relation or an attribute is not what the format says.
    private static bool IsBroken(Exception e) => e is ImportException or XmlException or InvalidDataException or OpenXmlPackageException or IOException
        or InvalidOperationException or FormatException or ArgumentException;

    private void ReadHeader()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        while (names.Count == 0 && Next())
        {
            foreach (var (column, text) in _rows.Cells)
            {
                var name = text.Trim();
                if (!names.TryAdd(name, column))
                {
                    throw new ImportException($"{Here}: columns {XlsxRows.Letters(names[name])} and {XlsxRows.Letters(column)} are both named {name}");
                }

                _columns.Add(column, name);
            }
        }

        if (names.Count == 0)
        {
            throw new ImportException($"{_place} has no header row");
        }

        Header = Here;
    }

    private FileRow Row()
    {
        var cells = new Dictionary<string, string>(_rows.Cells.Count, StringComparer.Ordinal);
        foreach (var (column, text) in _rows.Cells)
        {
            if (!_columns.TryGetValue(column, out var name))
            {
                throw new ImportException($"{Here}, column {XlsxRows.Letters(column)}: a value, but the header names no such column");
            }

            if (!cells.TryAdd(name, text))
            {
                throw new ImportException($"{Here}, column {name}: two cells in one place");
            }
        }

        return new FileRow(Here, _rows.Number, cells);
    }

    private string Here => $"{_place}, row {_rows.Number}";

    private bool Next()
    {
        try
        {
            return _rows.Read();
        }
        catch (Exception e) when (IsBroken(e))
        {
            var column = _rows.Column == 0 ? string.Empty : $", column {_columns.GetValueOrDefault(_rows.Column, XlsxRows.Letters(_rows.Column))}";
            throw new ImportException($"{Here}{column}: {e.Message}", e);
        }
    }
}
