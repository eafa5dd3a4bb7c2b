using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveQuality.ZhihuSite.Site;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>Answers as trees, for faults that change them.</summary>
internal static class PageJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonNode Parse(SiteAnswer answer) => JsonNode.Parse(answer.Body)!;

    /// <summary>A changed answer; what is not JSON or not 200 stays as it is.</summary>
    public static SiteAnswer Change(SiteAnswer answer, Action<JsonNode> change)
    {
        if (answer is not { Status: 200, ContentType: SiteJson.ContentType })
        {
            return answer;
        }

        var page = Parse(answer);
        change(page);
        return answer with { Body = Encoding.UTF8.GetBytes(page.ToJsonString(Options)) };
    }

    /// <summary>The items of a list, unwrapped; of anything else the thing itself.</summary>
    public static IEnumerable<JsonObject> Items(JsonNode page) => page["data"] is JsonArray rows
        ? rows.OfType<JsonObject>().Select(row => row["live"] as JsonObject ?? row)
        : [page.AsObject()];
}
