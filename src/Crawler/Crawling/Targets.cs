using System.Globalization;
using System.Web;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Frontier items for the addresses of one site.</summary>
/// <param name="site">Base address.</param>
/// <param name="dueAt">When they are due: the start of the run.</param>
internal sealed class Targets(Uri site, DateTimeOffset dueAt)
{
    private readonly Endpoints _endpoints = new(site);

    /// <summary>What the frontier knows the site by.</summary>
    public string Site { get; } = site.GetLeftPart(UriPartial.Authority);

    public FrontierItem Feed(int offset) => Item(TargetKind.Feed, _endpoints.Lives(offset));

    public FrontierItem Reviews(string liveId, int offset) => Item(TargetKind.Reviews, _endpoints.Reviews(liveId, offset));

    public FrontierItem Speaker(string id) => Item(TargetKind.Speaker, _endpoints.Person(id));

    /// <summary>The live whose reviews an address lists.</summary>
    public static string LiveId(FrontierItem item) => new Uri(item.Id).Segments[^2].TrimEnd('/');

    /// <summary>Where on its list an address starts.</summary>
    public static int Offset(FrontierItem item) =>
        int.Parse(HttpUtility.ParseQueryString(new Uri(item.Id).Query)["offset"] ?? "0", CultureInfo.InvariantCulture);

    private FrontierItem Item(string kind, Uri address) =>
        new() { Id = address.AbsoluteUri, Site = Site, Kind = kind, Priority = TargetKind.Priority(kind), DueAt = dueAt };
}
