namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>What makes two addresses the same one: query parameters may come in any order, a fragment never reaches the server.</summary>
internal static class RecordedAddress
{
    /// <summary>The key of an address in an index.</summary>
    /// <param name="address">An absolute address.</param>
    public static string Key(Uri address)
    {
        var parameters = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(parameters, StringComparer.Ordinal);
        return $"{address.GetLeftPart(UriPartial.Path)}?{string.Join('&', parameters)}";
    }
}
