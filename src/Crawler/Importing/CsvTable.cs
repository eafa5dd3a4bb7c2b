using System.Text;
using Sylvan.Data.Csv;

namespace LiveQuality.Crawler.Importing;

/// <summary>A CSV file (RFC 4180, commas) in UTF-8, with or without byte order mark; its first row is the header.</summary>
public sealed class CsvTable : ITable
{
    private const int BufferCharacters = 64 * 1024;

    // The longest row; a quote that is never closed would otherwise read the whole file into memory.
    private const int MaxRowCharacters = 4 * 1024 * 1024;

    private readonly string _path;
    private readonly CsvDataReader _reader;
    private readonly string[] _columns;

    private CsvTable(string path, CsvDataReader reader, string[] columns)
    {
        _path = path;
        _reader = reader;
        _columns = columns;
    }

    /// <inheritdoc/>
    public string Header => $"{_path}, row 1";

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="ImportException">It cannot be opened, is not UTF-8, or has no usable header.</exception>
    public static CsvTable Open(string path) => Open(path, ImportFile.Open(path));

    /// <summary>Reads the header of a file that is open already, for example a part of an archive.</summary>
    /// <param name="path">What messages call it.</param>
    /// <param name="file">The file; closed with the table.</param>
    /// <exception cref="ImportException">It is not UTF-8, or has no usable header.</exception>
    public static CsvTable Open(string path, Stream file)
    {
        // Sylvan owns the text reader, and that the file.
        var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            var reader = CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                Delimiter = ',',
                BufferSize = BufferCharacters,
                MaxBufferSize = MaxRowCharacters,
                // No row is a comment, not even one that starts with #.
                Comment = '\0',
            });
            return new CsvTable(path, reader, ReadHeader(path, reader));
        }
        catch (Exception e) when (IsBroken(e))
        {
            text.Dispose();
            throw e as ImportException ?? new ImportException($"{path}, row 1: {Reason(e)}", e);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<FileRow> ReadRows(CancellationToken cancellationToken)
    {
        while (Next() is { } row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.Cells.Count > 0)
            {
                yield return row;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static string[] ReadHeader(string path, CsvDataReader reader)
    {
        var names = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetName(i).Trim()).ToArray();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length == 0)
            {
                throw new ImportException($"{path}, row 1: column {i + 1} has no name");
            }

            if (!seen.TryAdd(names[i], i))
            {
                throw new ImportException($"{path}, row 1: columns {seen[names[i]] + 1} and {i + 1} are both named {names[i]}");
            }
        }

        return names.Length > 0 ? names : throw new ImportException($"{path} has no header row");
    }

    private FileRow? Next()
    {
        var number = _reader.RowNumber + 2; // The header is row 1, and this is the one after the current.
        try
        {
            return _reader.Read() ? Row($"{_path}, row {number}", number) : null;
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw e as ImportException ?? new ImportException($"{_path}, row {number}: {Reason(e)}", e);
        }
    }

    private FileRow Row(string origin, int number)
    {
        var cells = new Dictionary<string, string>(_columns.Length, StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(_columns.Length, _reader.RowFieldCount); i++)
        {
            if (_reader.GetString(i) is { Length: > 0 } text)
            {
                cells.Add(_columns[i], text);
            }
        }

        // A blank line has one empty field.
        return _reader.RowFieldCount == _columns.Length || (_reader.RowFieldCount <= 1 && cells.Count == 0)
            ? new FileRow(origin, number, cells)
            : throw new ImportException($"{origin} has {_reader.RowFieldCount} fields, the header {_columns.Length}");
    }

    private static bool IsBroken(Exception e) =>
        e is ImportException or CsvFormatException or CsvRecordTooLargeException or CsvMissingHeadersException or DecoderFallbackException or IOException;

    private static string Reason(Exception e) => e switch
    {
        DecoderFallbackException => "not UTF-8 hereabouts: save the file as UTF-8",
        CsvRecordTooLargeException => $"longer than {MaxRowCharacters:N0} characters: is a quote missing?",
        CsvMissingHeadersException => "no header",
        _ => e.Message,
    };
}
