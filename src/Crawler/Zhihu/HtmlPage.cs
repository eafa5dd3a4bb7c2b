using System.Text;
using System.Text.Unicode;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>A web page of the site, as the flat list of its tags.</summary>
/// <remarks>
/// Only AngleSharp's tokenizer is used, since its tree takes quadratic time: 20,000 tags of 400 kB (<c>&lt;b x1=1&gt;&lt;p&gt;&lt;b x2=1&gt;&lt;p&gt;…</c>) cost it
/// 157 s and 22 GB, and nothing in its options stops it. What we look for needs no tree.
/// </remarks>
internal sealed class HtmlPage
{
    /// <summary>Real pages have up to 300 kB.</summary>
    internal const int LargestBytes = 4 << 20;

    /// <summary>Real pages have up to some thousand.</summary>
    internal const int MostTags = 100_000;

    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, Stack<HtmlTag>> _open = new(StringComparer.Ordinal);
    private readonly List<HtmlTag> _tags = [];

    private HtmlPage()
    {
    }

    /// <summary>All start tags, in the page's order.</summary>
    public IReadOnlyList<HtmlTag> Tags => _tags;

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

        var page = new HtmlPage();
        return page.Read(Encoding.UTF8.GetString(body.Span))
            ? Parsed<HtmlPage>.Of(page)
            : Parsed<HtmlPage>.Not(PageProblemKind.Unreadable, $"the page has more than {MostTags} tags");
    }

    /// <summary>The first tag of a kind, or null.</summary>
    public HtmlTag? First(Func<HtmlTag, bool> isIt) => _tags.FirstOrDefault(isIt);

    /// <summary>The text inside a tag's element, its children's included; without blanks around it.</summary>
    public string Text(HtmlTag tag) => _text.ToString(tag.TextStart, (tag.TextEnd ?? _text.Length) - tag.TextStart).Trim();

    private bool Read(string html)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        while (true)
        {
            var token = tokenizer.Get();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    return true;
                case HtmlTokenType.Character:
                    _text.Append(token.Data);
                    break;
                case HtmlTokenType.StartTag when _tags.Count == MostTags:
                    return false;
                case HtmlTokenType.StartTag:
                    Open(token.AsTag());
                    tokenizer.State = ContentOf(token.Name);
                    break;
                case HtmlTokenType.EndTag when _open.TryGetValue(token.Name, out var same) && same.TryPop(out var tag):
                    tag.TextEnd = _text.Length;
                    break;
            }
        }
    }

    private void Open(HtmlTagToken token)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in token.Attributes)
        {
            attributes.TryAdd(attribute.Name, attribute.Value);
        }

        var tag = new HtmlTag(token.Name, attributes, _text.Length);
        _tags.Add(tag);
        if (!_open.TryGetValue(token.Name, out var same))
        {
            _open.Add(token.Name, same = new Stack<HtmlTag>());
        }

        same.Push(tag);
    }

    // The tree builder would tell the tokenizer where markup is only text.
    private static HtmlParseMode ContentOf(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };
}
