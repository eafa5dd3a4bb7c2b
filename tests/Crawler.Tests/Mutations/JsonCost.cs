using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Tests.Mutations;

/// <summary>What reading the site's answers to records may allocate.</summary>
internal static class JsonCost
{
    // Counters and lists of a page, an exception with its trace, 200 unknown keys.
    private const long Fixed = 64 * 1024;

    // Text is held as bytes, in UTF-16 as payload and as field, and cleaned; a tag of a page has a dictionary.
    private const long PerByte = 256;

    // The least item has 2 bytes ("1,") and costs its wire object, a draft each rule, and an entry in quarantine with a hash.
    private const long PerItem = 4 * 1024;
    private const int LeastItem = 2;

    /// <summary>Bytes for an input of that length.</summary>
    public static long Of(int length) => Fixed + (length * PerByte) + (Math.Min(length / LeastItem, ItemReader<WireLive>.MostItems) * PerItem);
}
