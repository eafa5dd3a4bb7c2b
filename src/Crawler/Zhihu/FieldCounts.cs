using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>Which fields the site's items had, lacked, and had beyond what we know: the first sign that the site has changed.</summary>
/// <remarks>Not safe for concurrent use: count each page on its own and merge.</remarks>
public sealed class FieldCounts
{
    /// <summary>Name under which unknown keys are counted once there are too many different ones, so that a hostile page cannot fill the memory.</summary>
    public const string OtherKeys = "…";

    private const int MostUnknownKeys = 200;
    private const int LongestKey = 64;

    private readonly FieldSchema _schema;
    private readonly long[] _types;
    private readonly long[] _objects;
    private readonly Dictionary<string, UnknownKey> _unknown = new(StringComparer.Ordinal);

    internal FieldCounts(FieldSchema schema)
    {
        _schema = schema;
        _types = new long[schema.Nodes.Count * JsonTypes.Count];
        _objects = new long[schema.Nodes.Count];
    }

    /// <summary>What was counted: <c>live</c>, <c>review</c> or <c>speaker</c>.</summary>
    public string Kind => _schema.Kind;

    /// <summary>Number of items that were objects.</summary>
    public long Items => _objects[_schema.Root.Index];

    /// <summary>Every known field.</summary>
    public IReadOnlyList<FieldCount> Known => [.. _schema.Nodes.Where(node => node.Parent is not null).Select(node => new FieldCount(
        node.Path, _objects[node.Parent!.Index], JsonTypes.ByName(_types.AsSpan(node.Index * JsonTypes.Count, JsonTypes.Count))))];

    /// <summary>Keys that no field list of ours has, <see cref="OtherKeys"/> last if at all.</summary>
    public IReadOnlyList<FieldCount> Unknown =>
        [.. _unknown.OrderBy(key => key.Key == OtherKeys).Select(key => new FieldCount(key.Key, _objects[key.Value.Parent], JsonTypes.ByName(key.Value.Types)))];

    /// <summary>Adds the counts of another page of the same kind.</summary>
    /// <param name="other">The other counts; they stay as they are.</param>
    /// <exception cref="ArgumentException">The kinds differ.</exception>
    public void Add(FieldCounts other)
    {
        if (other._schema != _schema)
        {
            throw new ArgumentException($"counts of {other.Kind} do not add to counts of {Kind}", nameof(other));
        }

        AddTo(_types, other._types);
        AddTo(_objects, other._objects);
        foreach (var (key, unknown) in other._unknown)
        {
            AddTo(UnknownTypes(key, unknown.Parent), unknown.Types);
        }
    }

    /// <summary>Counts the item that the reader stands on, and leaves the reader at its end.</summary>
    internal void Count(ref Utf8JsonReader reader) => Visit(ref reader, _schema.Root);

    private void Visit(ref Utf8JsonReader reader, FieldNode node)
    {
        if (node.IsLeaf)
        {
            reader.Skip();
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            VisitObject(ref reader, node);
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                Visit(ref reader, node);
            }
        }
    }

    private void VisitObject(ref Utf8JsonReader reader, FieldNode node)
    {
        _objects[node.Index]++;
        Span<char> key = stackalloc char[LongestKey];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            // Never unescaped: the site escapes no key, and half a surrogate pair in one would throw.
            var fits = Encoding.UTF8.TryGetChars(reader.ValueSpan, key, out var length);
            var name = key[..length];
            FieldNode? child = null;
            long[]? unknown = null;
            if (!fits || !node.TryGetChild(name, out child))
            {
                unknown = fits && IsPlain(name) ? UnknownTypes($"{node.Prefix}{name}", node.Index) : UnknownTypes(OtherKeys, _schema.Root.Index);
            }

            reader.Read();
            var type = JsonTypes.IndexOf(reader.TokenType);
            if (child is null)
            {
                unknown![type]++;
                reader.Skip();
                continue;
            }

            _types[(child.Index * JsonTypes.Count) + type]++;
            Visit(ref reader, child);
        }
    }

    private long[] UnknownTypes(string key, int parent)
    {
        var (slot, owner) = _unknown.ContainsKey(key) || _unknown.Count < MostUnknownKeys ? (key, parent) : (OtherKeys, _schema.Root.Index);
        if (!_unknown.TryGetValue(slot, out var unknown))
        {
            _unknown[slot] = unknown = new UnknownKey(owner, new long[JsonTypes.Count]);
        }

        return unknown.Types;
    }

    // Unknown keys end up in terminals, reports and paths: none that steers a terminal or reads as a path.
    private static bool IsPlain(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
        {
            if (letter == '.' || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse)
            {
                return false;
            }
        }

        return true;
    }

    private static void AddTo(Span<long> sum, ReadOnlySpan<long> more)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += more[i];
        }
    }

    private sealed record UnknownKey(int Parent, long[] Types);
}
