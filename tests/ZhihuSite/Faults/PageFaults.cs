using System.Text;
using System.Text.Json.Nodes;
using LiveQuality.ZhihuSite.Site;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>Answers with 200 that are not what was asked for.</summary>
internal static class PageFaults
{
    /// <summary>A page for people where data should be.</summary>
    public static AnswerFault Html() =>
        new("html", (_, _) => new SiteAnswer(
            200, "text/html; charset=utf-8", "<!DOCTYPE html><html><head><title>安全验证</title></head><body><p>请稍后再试</p></body></html>"u8.ToArray()));

    /// <summary>An object without anything in it.</summary>
    public static AnswerFault EmptyObject() => new("empty-object", (_, _) => new SiteAnswer(200, SiteJson.ContentType, "{}"u8.ToArray()));

    /// <summary>Lists in lists in lists.</summary>
    /// <param name="levels">How many.</param>
    public static AnswerFault Nested(int levels) =>
        new("nested", (_, _) => new SiteAnswer(
            200, SiteJson.ContentType, Encoding.ASCII.GetBytes("{\"data\":" + new string('[', levels) + new string(']', levels) + "}")));

    /// <summary>Beyond a depth a list is empty and says that it ends.</summary>
    /// <param name="offset">The last offset that is answered truly.</param>
    public static AnswerFault EmptyBeyond(int offset) =>
        new("depth-empty", (_, answer) => Changed(answer, page =>
        {
            page["paging"]!["is_end"] = true;
            page["data"] = new JsonArray();
        }))
        { Only = request => request.Offset > offset };

    /// <summary>Beyond a depth a list begins anew with every page.</summary>
    /// <param name="offset">The last offset that is answered truly.</param>
    public static AnswerFault RepeatsBeyond(int offset) =>
        new("depth-repeat", (moment, answer) => WithRowsOf(answer, moment.At(0))) { Only = request => request.Offset > offset };

    /// <summary>The page before, once more.</summary>
    public static AnswerFault PageBefore() =>
        new("page-before", (moment, answer) => WithRowsOf(answer, moment.At(Math.Max(0, moment.Request.Offset - moment.Request.Limit))))
        { Only = request => request.Offset > 0 };

    /// <summary>A changed page; what is no list stays as it is.</summary>
    private static SiteAnswer Changed(SiteAnswer answer, Action<JsonNode> change) =>
        PageJson.Change(answer, page =>
        {
            if (page["paging"] is not null)
            {
                change(page);
            }
        });

    private static SiteAnswer WithRowsOf(SiteAnswer answer, SiteAnswer other) =>
        Changed(answer, page =>
        {
            page["paging"]!["is_end"] = false;
            page["data"] = PageJson.Parse(other)["data"]!.DeepClone();
        });
}
