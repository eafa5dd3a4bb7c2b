using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>A whole number, also where it comes as text, as 5.0, or as true and false.</summary>
internal sealed class LooseWhole : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
                return 1;
            case JsonTokenType.False:
                return 0;
            case JsonTokenType.Number when reader.TryGetInt64(out var whole):
                return whole;
            case JsonTokenType.Number when reader.TryGetDecimal(out var number) && Whole(number) is { } whole:
                return whole;
            case JsonTokenType.String when reader.GetString() is { } text:
                if (text.Length == 0)
                {
                    return null;
                }

                if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && Whole(parsed) is { } fromText)
                {
                    return fromText;
                }

                break;
        }

        throw Loose.Refuse(ref reader, "a whole number");
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("wire objects are only read");

    private static long? Whole(decimal number) =>
        number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;
}
