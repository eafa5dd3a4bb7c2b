namespace LiveQuality.ZhihuSite.Site;

/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">With the character set; empty without a body.</param>
/// <param name="Body">As sent.</param>
internal sealed record SiteAnswer(int Status, string ContentType, byte[] Body)
{
    /// <summary>Headers beside type and length.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The same answer with one header more.</summary>
    public SiteAnswer With(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };
}
