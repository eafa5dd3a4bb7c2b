using System.Text;
using System.Text.Json.Nodes;
using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Tests.Zhihu;
using LiveQuality.Crawler.Zhihu;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.Crawler.Tests.Crawling.Watching;

/// <summary>The items that a world's site sends, their fields counted as a crawl counts them.</summary>
internal static class WatchedItems
{
    public const string Site = "http://127.0.0.1:1";
    private const int Page = 100;

    public static List<JsonObject> Lives(World world) =>
        [.. Enumerable.Range(0, (world.Lives.Count + Page - 1) / Page).SelectMany(page => Data(world, "/lives", page * Page))];

    /// <summary>The newest reviews of every live.</summary>
    public static List<JsonObject> Reviews(World world) => [.. world.Lives.SelectMany(live => Data(world, $"/lives/{live.Id}/reviews", 0, limit: 10))];

    public static List<JsonObject> People(World world)
    {
        var site = new InventedSite(world);
        return [.. world.Speakers.Where(person => !person.IsGone).Select(person => JsonNode.Parse(site.Answer($"/people/{person.Id}", "").Body)!.AsObject())];
    }

    public static KindFields CountLives(IEnumerable<JsonObject> items) => Count(items, page => LivePage.Parse(page).Value!.Fields);

    public static KindFields CountReviews(IEnumerable<JsonObject> items) => Count(items, page => ReviewPage.Parse(page).Value!.Fields);

    public static KindFields CountPeople(IEnumerable<JsonObject> people)
    {
        var sum = new FieldCounts(FieldSchema.Person);
        foreach (var person in people)
        {
            sum.Add(PersonAnswer.Parse(Wire.Bytes(person)).Value!.Fields);
        }

        return FieldShapes.Of(sum);
    }

    /// <summary>A crawl of these items after these crawls, newest first.</summary>
    public static RunFields Crawl(KindFields items, params RunFields[] earlier) => FieldWatch.Judge(Site, [items], earlier);

    /// <summary>The object that has a field: the item, or what its path leads to; null where it has none.</summary>
    public static IEnumerable<JsonObject> Owners(JsonNode? node, string field) => node switch
    {
        JsonArray list => list.SelectMany(item => Owners(item, field)),
        JsonObject owner => field.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? Owners(owner[field[..dot]], field[(dot + 1)..]) : [owner],
        _ => [],
    };

    /// <summary>Changes a field of an item where it has it.</summary>
    public static void Change(JsonObject item, string field, Action<JsonObject, string> change)
    {
        var key = field[(field.LastIndexOf('.') + 1)..];
        foreach (var owner in Owners(item, field).Where(owner => owner.ContainsKey(key)))
        {
            change(owner, key);
        }
    }

    private static IEnumerable<JsonObject> Data(World world, string path, int offset, int limit = Page) =>
        JsonNode.Parse(new InventedSite(world).Answer(path, $"?limit={limit}&offset={offset}").Body)!["data"]!.AsArray().Select(item => item!.AsObject());

    // Page by page: one of tens of thousands of items is no page.
    private static KindFields Count(IEnumerable<JsonObject> items, Func<byte[], FieldCounts> parse)
    {
        FieldCounts? sum = null;
        foreach (var page in items.Chunk(Page))
        {
            var counts = parse(Encoding.UTF8.GetBytes($$"""{"paging":{"is_end":true},"data":[{{string.Join(',', page.Select(Wire.Text))}}]}"""));
            sum?.Add(counts);
            sum ??= counts;
        }

        return FieldShapes.Of(sum!);
    }
}
