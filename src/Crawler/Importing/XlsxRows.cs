using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LiveQuality.Crawler.Importing;

/// <summary>Walks through a sheet row by row, without ever building its tree.</summary>
internal sealed class XlsxRows(OpenXmlReader reader, IReadOnlyList<string> sharedStrings)
{
    // Excel's own limits.
    private const int MaxRows = 1_048_576;
    private const int MaxColumns = 16_384;

    // Far above any row of lives; bounds what one row may take.
    private const int MaxRowCharacters = 4 * 1024 * 1024;

    private readonly List<(int Column, string Text)> _cells = [];

    /// <summary>Number of the current row, from 1; 0 before the first.</summary>
    public int Number { get; private set; }

    /// <summary>The column that is being read, from 1; 0 between cells.</summary>
    public int Column { get; private set; }

    /// <summary>The row's cells that are not blank.</summary>
    public IReadOnlyList<(int Column, string Text)> Cells => _cells;

    /// <returns>Whether there is another row.</returns>
    public bool Read()
    {
        _cells.Clear();
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                Number = Attribute("r") is { } number ? Parse(number, MaxRows, "row number") : Number + 1;
                ReadCells();
                return true;
            }
        }

        return false;
    }

    /// <summary>Column 1 is A, 27 is AA.</summary>
    public static string Letters(int column) => column <= 26
        ? ((char)('A' + column - 1)).ToString()
        : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);

    private void ReadCells()
    {
        var column = 0;
        var characters = 0L;
        while (reader.Read() && !(reader.ElementType == typeof(Row) && reader.IsEndElement))
        {
            if (reader.ElementType == typeof(Cell) && reader.IsStartElement)
            {
                // A cell may leave its place out; then it stands right of the one before.
                column = Attribute("r") is { } reference ? ColumnOf(reference) : column + 1;
                Column = column;
                var text = ReadCell();
                characters += text.Length;
                if (characters > MaxRowCharacters)
                {
                    throw new InvalidDataException($"more than {MaxRowCharacters:N0} characters in one row");
                }

                if (text.Length > 0)
                {
                    _cells.Add((column, text));
                }
            }
        }

        Column = 0;
    }

    private string ReadCell()
    {
        var type = Attribute("t");
        var value = string.Empty;
        while (reader.Read() && !(reader.ElementType == typeof(Cell) && reader.IsEndElement))
        {
            if (reader.ElementType == typeof(CellValue) && reader.IsStartElement)
            {
                value = reader.GetText();
            }
            else if (reader.ElementType == typeof(InlineString) && reader.IsStartElement)
            {
                value = SharedStrings.ReadItem(reader);
            }
        }

        return type switch
        {
            "s" when value.Length > 0 => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < sharedStrings.Count
                ? sharedStrings[index]
                : throw new InvalidDataException($"there is no shared text {value}"),
            "str" => SharedStrings.Decode(value),
            "b" => value switch { "1" => "true", "0" => "false", _ => value },
            "e" => throw new InvalidDataException($"the cell holds the error {value}"),
            _ => value,
        };
    }

    private string? Attribute(string name)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
        {
            column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
            if (column > MaxColumns)
            {
                break;
            }
        }

        return column is > 0 and <= MaxColumns ? column : throw new InvalidDataException($"{reference} is no place of a cell");
    }

    private static int Parse(string text, int max, string what) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= max
            ? number
            : throw new InvalidDataException($"{text} is no {what}");
}
