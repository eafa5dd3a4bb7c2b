using System.Globalization;
using System.Web;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Frontier items for the addresses of one site.</summary>
/// <param name="site">Base address.</param>
internal sealed class Targets(Uri site)
{
    private readonly Endpoints _endpoints = new(site);

    /// <summary>What the frontier knows the site by.</summary>
    public string Site { get; } = SiteOf(site);

    /// <summary>Scheme, host and port.</summary>
    public static string SiteOf(Uri site) => site.GetLeftPart(UriPartial.Authority);

    public FrontierItem Feed(int offset, ListWalk walk, DateTimeOffset dueAt) => Item(TargetKind.Feed, _endpoints.Lives(offset), dueAt) with { Walk = walk };

    /// <summary>The feed's first page, and with it a new walk.</summary>
    public FrontierItem BeginFeed(DateTimeOffset at, bool untilKnown) => Feed(0, ListWalk.Begin(at, untilKnown), at);

    public FrontierItem Live(string id, DateTimeOffset dueAt) => Item(TargetKind.Live, _endpoints.Live(id), dueAt);

    public FrontierItem Reviews(string liveId, int offset, ListWalk walk, DateTimeOffset dueAt) =>
        Item(TargetKind.Reviews, _endpoints.Reviews(liveId, offset), dueAt) with { Walk = walk };

    public FrontierItem Speaker(string id, DateTimeOffset dueAt) => Item(TargetKind.Speaker, _endpoints.Person(id), dueAt);

    /// <summary>Another page of the same list.</summary>
    public FrontierItem Page(FrontierItem of, int offset, ListWalk walk, DateTimeOffset dueAt) =>
        of.Kind == TargetKind.Feed ? Feed(offset, walk, dueAt) : Reviews(LiveId(of), offset, walk, dueAt);

    /// <summary>The request for an item. Lists are always asked for whole: which items a page held decides where the walk goes on.</summary>
    public static FetchRequest Request(FrontierItem item) =>
        IsList(item) ? new FetchRequest(new Uri(item.Id)) : new FetchRequest(new Uri(item.Id), item.ETag, item.LastModified);

    public static bool IsList(FrontierItem item) => item.Kind is TargetKind.Feed or TargetKind.Reviews;

    /// <summary>The live that an address is about.</summary>
    public static string LiveId(FrontierItem item) => Segments(item) switch
    {
        ["lives", var id, ..] => id,
        _ => throw new InvalidOperationException($"{item.Id} is about no live"),
    };

    /// <summary>The person that an address is about.</summary>
    public static string SpeakerId(FrontierItem item) => Segments(item)[^1];

    /// <summary>Where on its list an address starts.</summary>
    public static int Offset(FrontierItem item) =>
        int.Parse(HttpUtility.ParseQueryString(new Uri(item.Id).Query)["offset"] ?? "0", CultureInfo.InvariantCulture);

    private static string[] Segments(FrontierItem item) =>
        [.. new Uri(item.Id).AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    private FrontierItem Item(string kind, Uri address, DateTimeOffset dueAt) =>
        new() { Id = address.AbsoluteUri, Site = Site, Kind = kind, Priority = TargetKind.Priority(kind), DueAt = dueAt };
}
