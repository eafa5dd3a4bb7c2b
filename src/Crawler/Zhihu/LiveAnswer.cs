namespace LiveQuality.Crawler.Zhihu;

/// <summary>One live on its own (<c>/lives/{id}</c>), with a few keys more than in a list.</summary>
public static class LiveAnswer
{
    /// <summary>Reads a live.</summary>
    /// <param name="body">The answer's body; the item keeps it.</param>
    public static Parsed<SingleAnswer<WireLive>> Parse(ReadOnlyMemory<byte> body) => SingleReader.Read(body, SiteJson.Default.WireLive, FieldSchema.Live);

    /// <summary>One kept item.</summary>
    internal static SiteItem<WireLive> Item(ReadOnlyMemory<byte> raw) => SingleReader.Item(raw, SiteJson.Default.WireLive, FieldSchema.Live);
}
