using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>Reads items out of a body, one at a time, so that a bad one costs only itself.</summary>
internal sealed class ItemReader<T>(JsonTypeInfo<T> type, FieldSchema schema)
    where T : class
{
    private readonly List<SiteItem<T>> _items = [];

    public FieldCounts Fields { get; } = new(schema);

    public IReadOnlyList<SiteItem<T>> Items => _items;

    /// <summary>Reads the item that the reader stands on, and leaves the reader at its end.</summary>
    /// <exception cref="JsonException">The body is broken here.</exception>
    public void Add(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            _items.Add(SiteItem<T>.Bad(body[start..(int)reader.BytesConsumed], $"not a {schema.Kind} object"));
            return;
        }

        // Two passes over the same warm bytes: this one counts fields and finds the end, the next one makes the object.
        Fields.Count(ref reader);
        _items.Add(Read(body[start..(int)reader.BytesConsumed]));
    }

    /// <summary>Keeps something that stands where an item is due and is none.</summary>
    public void AddStranger(ReadOnlyMemory<byte> raw, string error) => _items.Add(SiteItem<T>.Bad(raw, error));

    private SiteItem<T> Read(ReadOnlyMemory<byte> raw)
    {
        try
        {
            return SiteItem<T>.Read(raw, JsonSerializer.Deserialize(raw.Span, type)!);
        }
        catch (JsonException e)
        {
            // Dirt in one field: the item goes to quarantine, the page goes on.
            return SiteItem<T>.Bad(raw, $"{e.Path?.TrimStart('$', '.')} {e.Message}".TrimStart());
        }
    }
}
