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
    private readonly long[] _present;
    private readonly long[] _null;
    private readonly long[] _objects;
    private readonly Dictionary<string, long> _unknown = new(StringComparer.Ordinal);

    internal FieldCounts(FieldSchema schema)
    {
        _schema = schema;
        _present = new long[schema.Nodes.Count];
        _null = new long[schema.Nodes.Count];
        _objects = new long[schema.Nodes.Count];
    }

    /// <summary>What was counted: <c>live</c>, <c>review</c> or <c>speaker</c>.</summary>
    public string Kind => _schema.Kind;

    /// <summary>Number of items that were objects.</summary>
    public long Items => _objects[_schema.Root.Index];

    /// <summary>Every known field.</summary>
    public IReadOnlyList<FieldCount> Known =>
        [.. _schema.Nodes.Where(node => node.Parent is not null).Select(node => new FieldCount(
            node.Path, _present[node.Index], _objects[node.Parent!.Index] - _present[node.Index], _null[node.Index]))];

    /// <summary>Keys that no field list of ours has, by dotted path.</summary>
    public IReadOnlyDictionary<string, long> Unknown => _unknown;

    /// <summary>Adds the counts of another page of the same kind.</summary>
    /// <param name="other">The other counts; they stay as they are.</param>
    /// <exception cref="ArgumentException">The kinds differ.</exception>
    public void Add(FieldCounts other)
    {
        if (other._schema != _schema)
        {
            throw new ArgumentException($"counts of {other.Kind} do not add to counts of {Kind}", nameof(other));
        }

        for (var i = 0; i < _present.Length; i++)
        {
            _present[i] += other._present[i];
            _null[i] += other._null[i];
            _objects[i] += other._objects[i];
        }

        foreach (var (key, times) in other._unknown)
        {
            AddUnknown(key, times);
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
            if (!fits || !node.TryGetChild(name, out child))
            {
                AddUnknown(fits ? $"{node.Prefix}{name}" : OtherKeys, 1);
            }

            reader.Read();
            if (child is null)
            {
                reader.Skip();
                continue;
            }

            _present[child.Index]++;
            if (reader.TokenType == JsonTokenType.Null)
            {
                _null[child.Index]++;
            }

            Visit(ref reader, child);
        }
    }

    private void AddUnknown(string key, long times)
    {
        var known = _unknown.ContainsKey(key) || _unknown.Count < MostUnknownKeys;
        var slot = known ? key : OtherKeys;
        _unknown[slot] = _unknown.GetValueOrDefault(slot) + times;
    }
}
