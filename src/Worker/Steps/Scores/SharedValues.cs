using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Steps.Scores;

/// <summary>Makes equal values one object while a board is loaded: a hundred thousand rows have a handful of models and some thousand lists of tags.</summary>
internal sealed class SharedValues
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<Tag, Tag> _tags = [];
    private readonly Dictionary<string, IReadOnlyList<Tag>> _tagLists = new(StringComparer.Ordinal);

    public string? Text(string? text)
    {
        if (text is null || _texts.TryGetValue(text, out var known))
        {
            return text is null ? null : _texts[text];
        }

        _texts.Add(text, text);
        return text;
    }

    public IReadOnlyList<Tag>? Tags(IReadOnlyList<Tag>? tags)
    {
        if (tags is null)
        {
            return null;
        }

        // A name cannot hold the separators: cleaning leaves no control characters in it, and if one did, two lists would only be one list too many.
        var key = string.Join('\u0001', tags.Select(tag => FormattableString.Invariant($"{tag.Id}\u0002{tag.Name}")));
        if (!_tagLists.TryGetValue(key, out var known))
        {
            known = [.. tags.Select(One)];
            _tagLists.Add(key, known);
        }

        return known;
    }

    private Tag One(Tag tag)
    {
        if (!_tags.TryGetValue(tag, out var known))
        {
            _tags.Add(tag, known = tag);
        }

        return known;
    }
}
