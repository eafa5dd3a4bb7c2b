using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LiveQuality.Crawler.Importing;

/// <summary>Texts of a workbook: those kept apart from the cells, and how a text is put together.</summary>
internal static partial class SharedStrings
{
    // They are the one thing that has to be in memory whole.
    private const int MaxCharacters = 64 * 1024 * 1024;

    // What an empty text takes: millions of them are no less a bomb.
    private const int CharactersAnItem = 16;

    public static List<string> Read(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        var characters = 0L;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                texts.Add(ReadItem(reader));
                characters += texts[^1].Length + CharactersAnItem;
                if (characters > MaxCharacters)
                {
                    throw new InvalidDataException($"more than {MaxCharacters:N0} characters of shared text");
                }
            }
        }

        return texts;
    }

    /// <summary>The text of the element that the reader stands on: its runs one after another, without the phonetic hints above Japanese words.</summary>
    public static string ReadItem(OpenXmlReader reader)
    {
        var item = reader.ElementType;
        var text = new StringBuilder();
        var phonetic = false;
        while (reader.Read() && !(reader.ElementType == item && reader.IsEndElement))
        {
            if (reader.ElementType == typeof(PhoneticRun))
            {
                phonetic = reader.IsStartElement;
            }
            else if (reader.ElementType == typeof(Text) && reader.IsStartElement && !phonetic)
            {
                text.Append(reader.GetText());
            }
        }

        return Decode(text.ToString());
    }

    /// <summary>Undoes the escapes of characters that XML cannot hold: <c>_x0008_</c> (ECMA-376 part 1, 22.9.2.19).</summary>
    public static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, m => ((char)ushort.Parse(m.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
