using System.Globalization;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>The offset in a <c>paging.next</c> address.</summary>
internal static class PageOffset
{
    private const string Key = "offset=";

    /// <returns>Zero or more; null where there is none.</returns>
    public static int? In(string? next)
    {
        var query = next is null ? -1 : next.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
        {
            return null;
        }

        foreach (var part in next.AsSpan(query + 1).Split('&'))
        {
            var pair = next.AsSpan(query + 1)[part];
            if (pair.StartsWith(Key) && int.TryParse(pair[Key.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            {
                return offset;
            }
        }

        return null;
    }
}
