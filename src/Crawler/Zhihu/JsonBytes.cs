using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>Small steps over raw JSON.</summary>
internal static class JsonBytes
{
    /// <summary>Whether the property under the reader has this name, unescaped: the site escapes no key, and half a surrogate pair in one would throw.</summary>
    public static bool NameIs(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueSpan.SequenceEqual(name);

    /// <summary>From the start of an object to the value of one of its keys.</summary>
    /// <returns>Whether the key is there; if not, or if this is no object, the reader stands anywhere in it.</returns>
    public static bool Find(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = NameIs(ref reader, name);
            reader.Read();
            if (found)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    /// <summary>The value under the reader, left at its end; null where it has another shape, which is no reason to lose the rest.</summary>
    public static T? Value<T>(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        try
        {
            return JsonSerializer.Deserialize(body.Span[start..(int)reader.BytesConsumed], type);
        }
        catch (JsonException)
        {
            // The text is JSON, since Skip has passed it: only a field has an unexpected type.
            return null;
        }
    }
}
