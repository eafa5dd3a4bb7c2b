using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace LiveQuality.Crawler.Fetching.Warc.Indexing;

/// <summary>
/// The sort-friendly key of an address, as cdxj-indexer and pywb look one up: <c>https://api.zhihu.com/lives?b=2&amp;a=1</c> is
/// <c>com,zhihu,api)/lives?a=1&amp;b=2</c>. Different addresses may share a key: it knows no scheme, no letter case and no <c>www.</c>.
/// Session ids in an address are kept, which those tools leave out.
/// </summary>
internal static partial class Surt
{
    /// <summary>The key of an address.</summary>
    /// <param name="address">An absolute address.</param>
    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "The key is in lower case by definition.")]
    public static string Of(Uri address)
    {
        var host = Www().Replace(HostOf(address).ToLowerInvariant(), "").Split('.');
        Array.Reverse(host);
        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        var path = address.AbsolutePath.ToLowerInvariant();
        path = path.Length > 1 && path.EndsWith('/') ? path[..^1] : path;
        var query = address.Query.TrimStart('?').ToLowerInvariant().Split('&')
            .Select(parameter => parameter.Split('=', 2))
            .OrderBy(parameter => parameter[0], StringComparer.Ordinal)
            .ThenBy(parameter => parameter.Length > 1 ? parameter[1] : "", StringComparer.Ordinal)
            .Select(parameter => string.Join('=', parameter));
        var parameters = string.Join('&', query);
        return $"{string.Join(',', host)}{port}){path}{(parameters.Length > 0 ? "?" : "")}{parameters}";
    }

    private static string HostOf(Uri address)
    {
        try
        {
            return address.IdnHost;
        }
        // Uri takes names that are not allowed in a domain and refuses them only here; a damaged archive has them.
        catch (UriFormatException)
        {
            return address.Host;
        }
    }

    [GeneratedRegex(@"^www\d*\.")]
    private static partial Regex Www();
}
