using System.Globalization;
using LiveQuality.Worker.Http.Dashboard.Charts;
using LiveQuality.Worker.Http.Dashboard.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.Net.Http.Headers;

namespace LiveQuality.Worker.Http.Dashboard;

/// <summary>Who looks at a page: their language, their choice of light or dark, and how they are told times and numbers.</summary>
internal sealed class Visitor(IHttpContextAccessor accessor)
{
    private readonly HttpContext _context = accessor.HttpContext ?? throw new InvalidOperationException("a page is shown to somebody who asked for it");
    private Tongue? _tongue;

    /// <summary>The language.</summary>
    public Tongue Tongue => _tongue ??= Languages.Choose(_context.Request.Query[Preferences.Language], _context.Request.Cookies[Preferences.LanguageCookie], _context.Request.Headers.AcceptLanguage.ToArray()!);

    /// <summary>The tag of the language.</summary>
    public string LanguageTag => Languages.TagOf(Tongue);

    /// <summary><c>light</c>, <c>dark</c>, or null: as their system has it.</summary>
    public string? Theme => Preferences.FindTheme(_context.Request.Cookies[Preferences.ThemeCookie]);

    /// <summary>The page they look at.</summary>
    public PathString Path => _context.Request.Path;

    /// <summary>What the address asks.</summary>
    public IQueryCollection Query => _context.Request.Query;

    /// <summary>Ends with the request.</summary>
    public CancellationToken Aborted => _context.RequestAborted;

    /// <summary>A text in their language.</summary>
    public string this[Phrase phrase] => phrase.In(Tongue);

    /// <summary>A text in their language, with values.</summary>
    public string Say(Phrase phrase, params object?[] values) => string.Format(CultureInfo.InvariantCulture, phrase.In(Tongue), values);

    /// <summary>A chart with the words around it in their language.</summary>
    public MarkupString Draw(Figure figure) => figure.Show(this[CommonWords.Numbers], this[CommonWords.NothingToDraw]);

    /// <summary>A score's interval as a small picture.</summary>
    public MarkupString DrawInterval(double? score, double? low, double? high) =>
        IntervalBar.Draw(score, low, high, Say(CommonWords.FiveScale, Shown.Score(score), Shown.Interval(low, high)));

    /// <summary>A link that changes a choice and leads back here.</summary>
    /// <param name="name">The choice.</param>
    /// <param name="value">Its new value.</param>
    public string Choose(string name, string value)
    {
        // What the address says of the language would go over the new choice.
        var back = Path + QueryString.Create(Query.Where(pair => pair.Key != Preferences.Language));
        return Preferences.Path + QueryString.Create([KeyValuePair.Create<string, string?>(name, value), KeyValuePair.Create<string, string?>("back", back)]);
    }

    /// <summary>Says that there is nothing at this address: what the page has drawn is dropped, and <see cref="ProblemPageWriter"/> says it in words.</summary>
    public void NotFound() => _context.Response.StatusCode = StatusCodes.Status404NotFound;

    /// <summary>Tells caches and readers of the answer what it depends on.</summary>
    public void Announce()
    {
        var headers = _context.Response.Headers;
        headers.ContentLanguage = LanguageTag;
        headers.Vary = $"{HeaderNames.Cookie}, {HeaderNames.AcceptLanguage}";
        headers.CacheControl = "no-cache";
    }
}
