using System.Collections.Frozen;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>The live that an address names, in its path: a query (<c>?wechatShare=1</c>) or fragment says nothing.</summary>
/// <param name="Segment">The path segment behind <c>/lives/</c>: digits, or a slug.</param>
public sealed record LiveAddress(string Segment)
{
    // Segments behind /lives/ that name other things.
    private static readonly FrozenSet<string> Others = FrozenSet.Create(
        StringComparer.Ordinal,
        "homefeed", "ended", "ongoing", "hot", "tags", "special_lists", "specials", "courses", "users", "people");

    /// <summary>The live's id; null where the address has a slug.</summary>
    public string? Id => Segment.All(char.IsAsciiDigit) ? Segment : null;

    /// <summary>Reads an address.</summary>
    /// <param name="address">Absolute, or a path of its own.</param>
    /// <returns>Null where it names no live.</returns>
    public static LiveAddress? Parse(string address)
    {
        if (!Uri.TryCreate(new Uri("https://www.zhihu.com"), address, out var uri))
        {
            return null;
        }

        var segments = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments is ["lives", var segment, ..] && !Others.Contains(segment) ? new LiveAddress(Uri.UnescapeDataString(segment)) : null;
    }
}
