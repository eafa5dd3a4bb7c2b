using System.Diagnostics.CodeAnalysis;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>One field of a <see cref="FieldSchema"/>.</summary>
internal sealed class FieldNode(int index, string path, FieldNode? parent)
{
    private readonly Dictionary<string, FieldNode> _children = new(StringComparer.Ordinal);

    public int Index => index;

    public string Path => path;

    public FieldNode? Parent => parent;

    public string Prefix { get; } = path.Length == 0 ? "" : path + ".";

    public bool IsLeaf => _children.Count == 0;

    public bool TryGetChild(ReadOnlySpan<char> name, [NotNullWhen(true)] out FieldNode? child) =>
        _children.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out child);

    public FieldNode AddChild(string name, int childIndex)
    {
        var child = new FieldNode(childIndex, Prefix + name, this);
        _children.Add(name, child);
        return child;
    }
}
