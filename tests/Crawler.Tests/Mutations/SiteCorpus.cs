using System.Text;
using System.Text.Json.Nodes;
using LiveQuality.Crawler.Tests.Zhihu;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.Crawler.Tests.Mutations;

/// <summary>Sound answers of the invented site. Pages are short: what matters is how many inputs a second there are.</summary>
internal static class SiteCorpus
{
    private static readonly World World = ZhihuSite.Worlds.Small;
    private static readonly InventedSite Site = new(World);

    public static IReadOnlyList<byte[]> Errors { get; } =
    [
        .. new[] { "40352", "40353", "40362", "10003", "310001", "100", "101", "old" }.Select(code => Body($"/errors/{code}")),
        Body("/lives/0"), Body("/people/0"), "{}"u8.ToArray(),
    ];

    public static IReadOnlyList<byte[]> LivePages { get; } =
    [
        Body("/lives", "?limit=1&offset=0"), Body("/lives", "?limit=2&offset=3"),
        Body("/lives/homefeed", "?limit=1&offset=5"), Body("/lives/homefeed", "?limit=2&offset=7"),
        Body("/lives", "?limit=10&offset=1000"), Wire.Page(Wire.Live(), "gone"), Errors[0], Errors[^2],
    ];

    public static IReadOnlyList<byte[]> Lives { get; } =
        [Body($"/lives/{World.Lives[0].Id}"), Body($"/lives/{Cospoken.Id}"), Wire.Bytes(Wire.Live()), .. Errors];

    public static IReadOnlyList<byte[]> ReviewPages { get; } =
    [
        Body($"/lives/{Reviewed.Id}/reviews", "?limit=1&offset=0"),
        Body($"/lives/{Reviewed.Id}/reviews", "?limit=3&offset=2"), Wire.Page(Wire.Review(), Wire.Review()),
        Wire.Page(Wire.Review(review => review["author"]!["member"] = Wire.Anonymous())), Errors[^3], Errors[0],
    ];

    public static IReadOnlyList<byte[]> People { get; } =
        [Body($"/people/{World.Speakers[0].Id}"), Body($"/people/{World.Speakers[1].UrlToken}"), Wire.Bytes(Wire.Person()), Errors[4], Errors[^2]];

    public static IReadOnlyList<byte[]> PageStates { get; } =
    [
        State,
        Html($"<script>var a = 1; window.__APP_STATE__ = {StateText}; window.b = {{}};</script>"),
        Html($"<script id=\"js-initialData\">{{\"initialState\":{StateText}}}</script>"),
    ];

    public static IReadOnlyList<byte[]> PeoplePages { get; } =
    [
        Body($"/people/{World.Speakers[0].UrlToken}/activities"),
        Html($"<meta itemprop=\"url\" content=\"/people/a\"><script id=\"js-initialData\">{{\"initialState\":{UsersText}}}</script>"),
        Html($"<div id=\"data\" data-state=\"{UsersText.Replace("\"", "&quot;", StringComparison.Ordinal)}\"></div>"),
        .. PageStates.Skip(1),
    ];

    private static WorldLive Cospoken => World.Lives.First(live => live.Cospeakers.Count > 0);

    private static WorldLive Reviewed => World.Lives.First(live => live.Reviews > 4);

    private static string StateText =>
        Wire.Text(new JsonObject { ["lives"] = new JsonObject { ["livesMap"] = new JsonObject { ["1"] = Wire.StateLive() } } });

    private static byte[] State => Encoding.UTF8.GetBytes(StateText);

    private static JsonObject User => new()
    {
        ["id"] = Wire.SpeakerId,
        ["urlToken"] = "a",
        ["name"] = "甲乙",
        ["gender"] = 1,
        ["followerCount"] = 12,
        ["badge"] = new JsonArray(),
    };

    private static string UsersText => Wire.Text(new JsonObject
    {
        ["entities"] = new JsonObject
        {
            ["users"] = new JsonObject { ["a"] = User },
        },
    });

    private static byte[] Html(string inside) =>
        Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>甲乙 - 知乎</title></head><body>{inside}</body></html>");

    private static byte[] Body(string path, string query = "") => Site.Answer(path, query).Body;
}
