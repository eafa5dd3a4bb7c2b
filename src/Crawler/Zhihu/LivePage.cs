namespace LiveQuality.Crawler.Zhihu;

/// <summary>A page of lives: flat (<c>/lives</c>) or wrapped (<c>/lives/homefeed</c>).</summary>
public static class LivePage
{
    private static readonly PageReader<WireLive> Reader = new(SiteJson.Default.WireLive, FieldSchema.Live, "live");

    /// <summary>Reads a page.</summary>
    /// <param name="body">The answer's body; the items keep slices of it.</param>
    public static Parsed<ListPage<WireLive>> Parse(ReadOnlyMemory<byte> body) => Reader.Read(body);
}
