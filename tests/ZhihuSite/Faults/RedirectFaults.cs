using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LiveQuality.ZhihuSite.Site;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>Redirects that lead round, far or where nobody may go.</summary>
internal static class RedirectFaults
{
    private const string Loop = "/loop";
    private const string Hop = "/hop/";

    /// <summary>
    /// Addresses that a crawler of one site must never connect to: metadata, this machine and private networks in many spellings, and strangers.
    /// </summary>
    public static IReadOnlyList<string> Outside { get; } =
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://localhost./",
        "http://10.0.0.1/",
        "http://192.168.0.1/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[fe80::1]/",
        "https://api.zhihu.com@127.0.0.1/",
        "https://api.zhihu.com.example.org/",
        "https://example.org/lives",
        "file:///etc/passwd",
        "gopher://127.0.0.1:70/",
    ];

    /// <summary>Two addresses that lead to each other.</summary>
    public static AnswerFault Circle() => new("redirect-loop", (moment, _) => Found($"{Loop}/1{moment.Request.Address}"));

    /// <summary>Some redirects, and then the true answer.</summary>
    /// <param name="hops">How many, 1..</param>
    public static AnswerFault Chain(int hops)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hops, 1);
        return new("redirect-chain", (moment, _) => Found(HopTo(hops - 1, moment.Request.Address)));
    }

    /// <summary>A redirect to one address.</summary>
    public static AnswerFault To(string location) => new("redirect-to", (_, _) => Found(location));

    /// <summary>A redirect to one of <see cref="Outside"/>.</summary>
    public static AnswerFault Astray() => new("redirect-out", (moment, _) => Found(Outside[moment.Chance.Next(Outside.Count)]));

    /// <summary>302 with a location.</summary>
    public static SiteAnswer Found(string location) => new SiteAnswer(302, "text/html", []).With("Location", location);

    /// <summary>Whether an address is a step of a redirect; then where it leads, or the path whose true answer it gives.</summary>
    public static bool TryFollow(string path, string query, [NotNullWhen(true)] out string? rest, out SiteAnswer? redirect)
    {
        (rest, redirect) = (null, null);
        if (path.StartsWith($"{Loop}/", StringComparison.Ordinal) && path.Length > Loop.Length + 2)
        {
            rest = path[(Loop.Length + 2)..];
            redirect = Found($"{Loop}/{(path[Loop.Length + 1] == '1' ? 2 : 1)}{rest}{query}");
        }
        else if (path.StartsWith(Hop, StringComparison.Ordinal) && path.IndexOf('/', Hop.Length) is > 0 and var slash
            && int.TryParse(path.AsSpan(Hop.Length, slash - Hop.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var left))
        {
            rest = path[slash..];
            redirect = left > 0 ? Found(HopTo(left - 1, rest + query)) : null;
        }

        return rest is not null;
    }

    private static string HopTo(int left, string address) => $"{Hop}{left}{address}";
}
