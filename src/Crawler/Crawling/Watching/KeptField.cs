namespace LiveQuality.Crawler.Crawling.Watching;

/// <summary>A field that ends up in a record.</summary>
/// <param name="Types">JSON types that it is known to have.</param>
/// <param name="Always">Whether every item has had it since the first recordings, those of May 2017.</param>
internal sealed record KeptField(IReadOnlyList<string> Types, bool Always)
{
    public bool MayBeNull => Types.Contains("null");
}
