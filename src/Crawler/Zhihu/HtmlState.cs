using System.Text;
using System.Text.Json;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>The JSON state that a web page carries for its own script.</summary>
internal static class HtmlState
{
    private const string Variable = "window.__APP_STATE__";

    /// <returns>The state, or what stands in its place; empty where the page carries none.</returns>
    public static ReadOnlyMemory<byte> Of(HtmlPage page)
    {
        var scripts = page.Tags.Where(tag => tag.Name == "script").ToList();
        var text = scripts.Find(script => script["id"] == "js-initialData") is { } data
            ? page.Text(data)
            : page.First(tag => tag["id"] == "data")?["data-state"] ?? scripts.Select(script => Assigned(page.Text(script))).FirstOrDefault(state => state is not null);
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        return bytes.AsMemory(0, LengthOfValue(bytes));
    }

    // "window.__APP_STATE__ = {...};" and whatever else the script does.
    private static string? Assigned(string script)
    {
        var variable = script.IndexOf(Variable, StringComparison.Ordinal);
        var start = variable < 0 ? -1 : script.IndexOf('=', variable);
        return start < 0 ? null : script[(start + 1)..].TrimStart();
    }

    // The value ends where its brace closes; a broken one is handed on whole, to be refused with a reason.
    private static int LengthOfValue(byte[] bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, SiteJson.Reader);
            reader.Read();
            reader.Skip();
            return (int)reader.BytesConsumed;
        }
        catch (JsonException)
        {
            return bytes.Length;
        }
    }
}
