using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveQuality.ZhihuSite.Site;

/// <param name="Number">The how-manieth request of this server, from 1; robots.txt and steps of a redirect do not count.</param>
/// <param name="Occurrence">The how-manieth of this address, from 0.</param>
/// <param name="Path">For example <c>/lives</c>.</param>
/// <param name="Query">With its question mark, or empty.</param>
internal sealed record SiteRequest(int Number, int Occurrence, string Path, string Query)
{
    /// <summary>Path and query.</summary>
    public string Address => Path + Query;

    /// <summary>Where a list is to start; 0 without.</summary>
    public int Offset => Parameter("offset", 0);

    /// <summary>How long a page is to be.</summary>
    public int Limit => Parameter("limit", InventedSite.DefaultLimit);

    /// <summary>The same list from somewhere else.</summary>
    public string QueryAt(int offset)
    {
        var parameters = QueryHelpers.ParseQuery(Query);
        parameters["offset"] = offset.ToString(CultureInfo.InvariantCulture);
        return QueryString.Create(parameters).Value ?? "";
    }

    private int Parameter(string name, int missing) =>
        QueryHelpers.ParseQuery(Query).TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : missing;
}
