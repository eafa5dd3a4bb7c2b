using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>Text, or a number by its own digits: an id beyond 2^53 must never pass through a double.</summary>
internal sealed class LooseText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => throw Loose.Refuse(ref reader, "text"),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
