using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace LiveQuality.Crawler.Exporting;

/// <summary>One value as the text of a CSV cell.</summary>
internal static class CsvCell
{
    // What makes Excel, LibreOffice or Sheets take a text for a formula, the full-width forms included (OWASP, CSV injection).
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    public static string? Of(object? value, JsonPropertyInfo property) => value switch
    {
        null => null,
        string text => Defuse(text),
        bool flag => flag ? "true" : "false",
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        int or long or double => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => Defuse(Flat(JsonSerializer.SerializeToNode(value, property.Options.GetTypeInfo(property.PropertyType)))),
    };

    private static string Defuse(string text) => text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;

    // A list is a|b, what has parts is name=value;name=value.
    private static string Flat(JsonNode? node) => node switch
    {
        JsonArray list => string.Join('|', list.Select(Flat)),
        JsonObject parts => string.Join(';', parts.Select(p => $"{p.Key}={Flat(p.Value)}")),
        null => string.Empty,
        _ => node.ToString(),
    };
}
