using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveQuality.Crawler.Cleaning;

/// <summary>A table's row as a payload: a JSON object, column to text.</summary>
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class Payloads : JsonSerializerContext
{
    private static readonly Payloads Relaxed = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string WriteRow(IReadOnlyDictionary<string, string> columns) =>
        JsonSerializer.Serialize(columns, Relaxed.IReadOnlyDictionaryStringString);

    /// <returns>Null where the payload is no row.</returns>
    public static Dictionary<string, string>? ReadRow(ReadOnlySpan<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, Relaxed.DictionaryStringString);
        }
        catch (JsonException)
        {
            // Not what WriteRow wrote, so somebody else has; the entry stays as it is.
            return null;
        }
    }
}
