using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>True or false, also as 0 and 1 (<c>is_public</c>) and as text.</summary>
internal sealed class LooseFlag : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Number when reader.TryGetInt64(out var number) && number is 0 or 1:
                return number == 1;
            case JsonTokenType.String when reader.GetString() is { } text:
                if (text.Length == 0)
                {
                    return null;
                }

                if (text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }

                if (text is "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }

                break;
        }

        throw Loose.Refuse(ref reader, "true or false");
    }

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("wire objects are only read");
}
