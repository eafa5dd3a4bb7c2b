namespace LiveQuality.Crawler.Zhihu;

/// <summary>A start tag of a page, and where the text inside its element begins and ends.</summary>
internal sealed class HtmlTag(string name, IReadOnlyDictionary<string, string> attributes, int textStart)
{
    public string Name => name;

    public int TextStart => textStart;

    public int? TextEnd { get; set; }

    public string? this[string attribute] => attributes.GetValueOrDefault(attribute);

    public bool HasClass(string token) => this["class"]?.Split(' ').Contains(token, StringComparer.Ordinal) ?? false;
}
