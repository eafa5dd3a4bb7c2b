using System.Runtime.InteropServices;
using System.Text.Json;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>The lives in the state that a web page carries, as bare JSON or inside the page's HTML.</summary>
/// <remarks>The page's front end merges defaults into every live there: 0, '' and false may mean "not said".</remarks>
public static class PageState
{
    /// <summary>Reads the lives under <c>lives.livesMap</c>, of the state itself or of its <c>initialState</c>.</summary>
    /// <param name="body">The page's body; the items keep slices of the state.</param>
    /// <returns>One page, the last: a state does not go on.</returns>
    public static Parsed<ListPage<WireLive>> Parse(ReadOnlyMemory<byte> body)
    {
        var state = Body.WithoutMark(body);
        if (Body.IsHtml(body.Span))
        {
            var page = HtmlPage.Parse(body);
            if (page.Value is null)
            {
                return Parsed<ListPage<WireLive>>.Not(page.Problem!);
            }

            state = HtmlState.Of(page.Value);
        }

        if (Body.Problem(state.Span) is { } problem)
        {
            return Parsed<ListPage<WireLive>>.Not(problem);
        }

        try
        {
            return ReadLives(state);
        }
        catch (JsonException e)
        {
            // Cut short or nested too deep: the whole page is kept.
            return Parsed<ListPage<WireLive>>.Not(Body.Broken(e));
        }
    }

    private static Parsed<ListPage<WireLive>> ReadLives(ReadOnlyMemory<byte> state)
    {
        using var document = JsonDocument.Parse(state, SiteJson.Document);
        var root = document.RootElement.Member("initialState") ?? document.RootElement;
        if (root.Member("lives")?.Member("livesMap") is not { ValueKind: JsonValueKind.Object } lives)
        {
            return Parsed<ListPage<WireLive>>.Not(PageProblemKind.WrongShape, "the page's state has no lives under \"lives.livesMap\"");
        }

        var items = new ItemReader<WireLive>(SiteJson.Default.WireLive, FieldSchema.Live);
        foreach (var live in lives.EnumerateObject())
        {
            // The document's memory goes back to a pool; the items outlive it.
            ReadOnlyMemory<byte> raw = JsonMarshal.GetRawUtf8Value(live.Value).ToArray();
            var reader = new Utf8JsonReader(raw.Span, SiteJson.Reader);
            reader.Read();
            items.Add(ref reader, raw);
        }

        return items.Problem is { } problem
            ? Parsed<ListPage<WireLive>>.Not(problem)
            : Parsed<ListPage<WireLive>>.Of(new ListPage<WireLive>(items.Items, IsEnd: true, NextOffset: null, items.Fields));
    }
}
