using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace LiveQuality.Crawler.Crawling.Sources;

/// <summary>Where a crawl gets its pages: a recording, a local server, or the site.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Site">Base address of every request; for a recording, the site that was recorded.</param>
/// <param name="Path">File or folder of a recording; null for a server.</param>
public sealed record CrawlSource(CrawlSourceKind Kind, Uri Site, string? Path)
{
    /// <summary>How to write a source, for people.</summary>
    public const string Forms = "sample | warc:PATH | jsonl:FOLDER | http://127.0.0.1:PORT | https://api.zhihu.com";

    private static readonly Uri RealSite = new("https://api.zhihu.com");

    /// <summary>Whether answers come from disk or from this machine, so that nobody is disturbed by asking fast.</summary>
    public bool IsLocal => Path is not null || Site.IsLoopback;

    /// <summary>Reads what a person typed.</summary>
    /// <param name="text">One of <see cref="Forms"/>.</param>
    /// <param name="samplePath">The bundled recording, which <c>sample</c> stands for.</param>
    /// <param name="source">The source.</param>
    /// <param name="problem">One line that says what is wrong with it.</param>
    public static bool TryParse(string text, string samplePath, [NotNullWhen(true)] out CrawlSource? source, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (head, tail) = text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (text[..colon], text[(colon + 1)..]) : (text, string.Empty);
        source = (head, tail) switch
        {
            ("sample", "") => new CrawlSource(CrawlSourceKind.Warc, RealSite, samplePath),
            ("warc", not "") => new CrawlSource(CrawlSourceKind.Warc, RealSite, tail),
            ("jsonl", not "") => new CrawlSource(CrawlSourceKind.Jsonl, RealSite, tail),
            ("http" or "https", _) when Server(text) is { } site => new CrawlSource(CrawlSourceKind.Network, site, null),
            _ => null,
        };
        problem = source is null ? $"'{text}' is no source; it must be {Forms}" : null;
        return source is not null;
    }

    // The allow-list: the site itself, and what runs on this machine by its plain loopback address.
    private static Uri? Server(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var site)
        && site is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
        && (site == RealSite || (IPAddress.TryParse(site.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)) || site.Host == "localhost")
            ? site
            : null;
}
