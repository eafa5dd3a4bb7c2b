using System.Text;
using System.Text.Json;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>What the forgiving converters share.</summary>
internal static class Loose
{
    private const int LongestShown = 60;

    /// <summary>An error that shows the value; the serializer adds the field's path to it.</summary>
    public static JsonException Refuse(ref Utf8JsonReader reader, string due)
    {
        var value = reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.String => $"\"{Show(reader.ValueSpan)}\"",
            _ => Show(reader.ValueSpan),
        };
        return new JsonException($"is {value}, not {due}");
    }

    private static string Show(ReadOnlySpan<byte> value) =>
        value.Length <= LongestShown ? Encoding.UTF8.GetString(value) : Encoding.UTF8.GetString(value[..LongestShown]) + "…";
}
