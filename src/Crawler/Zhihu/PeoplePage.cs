using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>A person's web page, <c>www.zhihu.com/people/{token}</c>, in any of its three forms: with a state in <c>#data[data-state]</c> (until
/// September 2018) or <c>script#js-initialData</c> (later), or with numbers in its elements only (between).</summary>
public static partial class PeoplePage
{
    private const string LivesOfPerson = "/lives/users/";

    /// <summary>Reads a page.</summary>
    /// <param name="body">The page's body; the item keeps it.</param>
    public static Parsed<SingleAnswer<WirePerson>> Parse(ReadOnlyMemory<byte> body)
    {
        var page = HtmlPage.Parse(body);
        if (page.Value is not { } html)
        {
            return Parsed<SingleAnswer<WirePerson>>.Not(page.Problem!);
        }

        try
        {
            var fields = new FieldCounts(FieldSchema.Person);
            var token = LastSegment(Meta(html.Document, "url") ?? Canonical(html.Document));
            if ((FromState(html.State, token) ?? FromElements(html.Document, token)) is { } person)
            {
                return Parsed<SingleAnswer<WirePerson>>.Of(new SingleAnswer<WirePerson>(SiteItem<WirePerson>.Read(body, person), fields));
            }
        }
        catch (JsonException e)
        {
            // A state that is cut short, nested too deep, or has an unexpected type: the whole page is kept.
            return Parsed<SingleAnswer<WirePerson>>.Not(PageProblemKind.WrongShape, $"the page's state: {e.Path} {e.Message}");
        }

        return Parsed<SingleAnswer<WirePerson>>.Not(PageProblemKind.WrongShape, "the page shows no person");
    }

    private static WirePerson? FromState(ReadOnlyMemory<byte> state, string? token)
    {
        if (state.IsEmpty)
        {
            return null;
        }

        using var document = JsonDocument.Parse(state, SiteJson.Document);
        var root = document.RootElement.Member("initialState") ?? document.RootElement;
        if (root.Member("entities")?.Member("users") is not { ValueKind: JsonValueKind.Object } users)
        {
            return null;
        }

        // The state holds followers too, so one user alone is the page's, and of several only the one that the page's address names.
        var all = users.EnumerateObject().Select(user => user.Value).ToList();
        var person = all is [var only] ? only : token is null ? null : users.Member(token);
        return person is { } found ? JsonSerializer.Deserialize(JsonMarshal.GetRawUtf8Value(found), PageStateJson.Default.WirePerson) : null;
    }

    private static WirePerson? FromElements(IHtmlDocument page, string? token)
    {
        var name = page.QuerySelector(".ProfileHeader-name")?.TextContent.Trim();
        if (token is null || string.IsNullOrEmpty(name))
        {
            return null;
        }

        return new WirePerson
        {
            Id = page.QuerySelector($".Profile-lightItem[href^='{LivesOfPerson}']")?.GetAttribute("href")?[LivesOfPerson.Length..],
            UrlToken = token,
            Name = name,
            Headline = page.QuerySelector(".ProfileHeader-headline")?.TextContent.Trim(),
            Gender = Meta(page, "gender") switch { "Male" => 1, "Female" => 0, _ => null },
            AvatarUrl = Meta(page, "image"),
            FollowerCount = Number(Meta(page, "zhihu:followerCount")) ?? FollowersOnBoard(page),
            VoteupCount = Number(Meta(page, "zhihu:voteupCount")),
            ThankedCount = Number(Meta(page, "zhihu:thankedCount")),
            FavoritedCount = Favorited(page),
            AnswerCount = Number(Meta(page, "zhihu:answerCount")),
            ArticlesCount = Number(Meta(page, "zhihu:articlesCount")),
        };
    }

    // The text has commas, the title has none.
    private static long? FollowersOnBoard(IHtmlDocument page) =>
        Number(page.QuerySelector(".NumberBoard-item[href$='/followers'] .NumberBoard-itemValue")?.GetAttribute("title"));

    private static long? Favorited(IHtmlDocument page) =>
        page.QuerySelectorAll(".Profile-sideColumnItemValue")
            .Select(line => FavoritedShape.Match(line.TextContent))
            .Where(match => match.Success)
            .Select(match => Number(match.Groups["number"].Value))
            .FirstOrDefault();

    private static string? Meta(IHtmlDocument page, string property) =>
        page.QuerySelector($"meta[itemprop='{property}']")?.GetAttribute("content");

    private static string? Canonical(IHtmlDocument page) => page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");

    private static string? LastSegment(string? address) =>
        address?.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"(?<number>[0-9,]+)\s*次收藏", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FavoritedShape { get; }
}
