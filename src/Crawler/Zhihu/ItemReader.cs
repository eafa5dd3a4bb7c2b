using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>Reads items out of a body, one at a time, so that a bad one costs only itself.</summary>
internal sealed class ItemReader<T>(JsonTypeInfo<T> type, FieldSchema schema)
    where T : class
{
    /// <summary>The site gives 100 at most. An item of two bytes costs some kilobytes on its way to quarantine, and a body has room for millions.</summary>
    public const int MostItems = 10_000;

    private readonly List<SiteItem<T>> _items = [];

    public FieldCounts Fields { get; } = new(schema);

    public IReadOnlyList<SiteItem<T>> Items => _items;

    /// <summary>What keeps the page from being one; null as long as it has at most <see cref="MostItems"/>.</summary>
    public PageProblem? Problem { get; private set; }

    /// <summary>Reads the item that the reader stands on, and leaves the reader at its end. One too many is passed over: a <see cref="Problem"/>.</summary>
    /// <exception cref="JsonException">The body is broken here.</exception>
    public void Add(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        if (IsFull())
        {
            reader.Skip();
            return;
        }

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
    public void AddStranger(ReadOnlyMemory<byte> raw, string error)
    {
        if (!IsFull())
        {
            _items.Add(SiteItem<T>.Bad(raw, error));
        }
    }

    private bool IsFull()
    {
        if (_items.Count < MostItems)
        {
            return false;
        }

        Problem ??= new PageProblem(PageProblemKind.WrongShape, $"the page has more than {MostItems} items");
        return true;
    }

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
