using System.Text.Encodings.Web;
using System.Text.Json;

namespace LiveQuality.ZhihuSite.Site;

/// <summary>JSON as the site writes it: UTF-8, no spaces, Chinese as it is.</summary>
internal static class SiteJson
{
    public const string ContentType = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SiteAnswer Answer(int status, Action<Utf8JsonWriter> write)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return new SiteAnswer(status, ContentType, body.ToArray());
    }

    public static SiteAnswer Error(int status, Action<Utf8JsonWriter> write) =>
        Answer(status, json =>
        {
            json.WriteStartObject("error");
            write(json);
            json.WriteEndObject();
        });

    /// <summary>Part of a list and the way on, with the site's habits: <c>next</c> even at the end, <c>http</c> in both addresses.</summary>
    public static SiteAnswer Page<T>(string path, string fixedQuery, int limit, int offset, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> writeItem) =>
        Answer(200, json =>
        {
            json.WriteStartObject("paging");
            json.WriteBoolean("is_end", offset >= all.Count - limit);
            json.WriteString("next", Address((long)offset + limit));
            json.WriteString("previous", Address(Math.Max(0, offset - limit)));
            json.WriteEndObject();
            json.WriteStartArray("data");
            foreach (var item in all.Skip(offset).Take(limit))
            {
                writeItem(json, item);
            }

            json.WriteEndArray();

            string Address(long to) => $"http://api.zhihu.com{path}?{fixedQuery}limit={limit}&offset={to}";
        });

    /// <summary>Address of a picture as lists give it.</summary>
    public static string Picture(string avatar, string size) => $"https://{Host(avatar)}/{avatar}_{size}.jpg";

    /// <summary>Address of a picture as a person's own answer gives it.</summary>
    public static string PlainPicture(string avatar, string size) => $"http://{Host(avatar)}/50/{avatar}_{size}.jpg";

    // The host follows from the hash's last digit.
    private static string Host(string avatar) => $"pic{(Convert.ToInt32(avatar[^1..], 16) % 4) + 1}.zhimg.com";
}
