namespace LiveQuality.Crawler.Zhihu;

/// <summary>A page of a live's reviews.</summary>
public static class ReviewPage
{
    private static readonly PageReader<WireReview> Reader = new(SiteJson.Default.WireReview, FieldSchema.Review, null);

    /// <summary>Reads a page.</summary>
    /// <param name="body">The answer's body; the items keep slices of it.</param>
    public static Parsed<ListPage<WireReview>> Parse(ReadOnlyMemory<byte> body) => Reader.Read(body);

    /// <summary>One kept item.</summary>
    internal static SiteItem<WireReview> Item(ReadOnlyMemory<byte> raw) => SingleReader.Item(raw, SiteJson.Default.WireReview, FieldSchema.Review);
}
