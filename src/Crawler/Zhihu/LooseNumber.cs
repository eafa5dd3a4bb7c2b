using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>A finite number, also where it comes as text.</summary>
internal sealed class LooseNumber : JsonConverter<double?>
{
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number when reader.TryGetDouble(out var number) && double.IsFinite(number):
                return number;
            case JsonTokenType.String when reader.GetString() is { } text:
                if (text.Length == 0)
                {
                    return null;
                }

                if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && double.IsFinite(parsed))
                {
                    return parsed;
                }

                break;
        }

        throw Loose.Refuse(ref reader, "a number");
    }

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("wire objects are only read");
}
