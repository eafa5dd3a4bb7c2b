using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>A web page of the site.</summary>
/// <param name="Document">Its elements.</param>
/// <param name="State">The JSON state it carries; empty where it carries none.</param>
internal sealed record HtmlPage(IHtmlDocument Document, ReadOnlyMemory<byte> State)
{
    /// <summary>The largest recorded page has 300 kB.</summary>
    internal const int LargestBytes = 8 << 20;

    private const string StateVariable = "window.__APP_STATE__";

    public static Parsed<HtmlPage> Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Length > LargestBytes)
        {
            return Parsed<HtmlPage>.Not(PageProblemKind.Unreadable, $"the page has {body.Length} bytes; at most {LargestBytes} are read");
        }

        if (!Utf8.IsValid(body.Span))
        {
            return Parsed<HtmlPage>.Not(PageProblemKind.Unreadable, "the page is not UTF-8");
        }

        var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(body.Span));
        return Parsed<HtmlPage>.Of(new HtmlPage(document, FindState(document)));
    }

    private static ReadOnlyMemory<byte> FindState(IHtmlDocument document)
    {
        var text = document.QuerySelector("script#js-initialData")?.TextContent
            ?? document.QuerySelector("#data[data-state]")?.GetAttribute("data-state")
            ?? document.Scripts.Select(script => Assigned(script.Text)).FirstOrDefault(state => state is not null)
            ?? "";
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.AsMemory(0, LengthOfValue(bytes));
    }

    // "window.__APP_STATE__ = {...};" and whatever else the script does.
    private static string? Assigned(string script)
    {
        var variable = script.IndexOf(StateVariable, StringComparison.Ordinal);
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
