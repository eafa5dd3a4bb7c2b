using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>A person's web page, <c>www.zhihu.com/people/{token}</c>, in any of its three forms: with a state in <c>#data[data-state]</c> (until
/// September 2018) or <c>script#js-initialData</c> (later), or with numbers in its elements only (between).</summary>
public static partial class PeoplePage
{
    // A real page has three. Nested ones would share their text, and reading it for each would take quadratic time.
    private const int MostAchievements = 8;

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
            var token = LastSegment(Meta(html, "url") ?? Canonical(html));
            if ((FromState(HtmlState.Of(html), token) ?? FromElements(html, token)) is { } person)
            {
                return Parsed<SingleAnswer<WirePerson>>.Of(new SingleAnswer<WirePerson>(SiteItem<WirePerson>.Read(body, person), fields));
            }
        }
        catch (JsonException e)
        {
            // A state that is cut short, nested too deep, or has an unexpected type: the whole page is kept. The message may quote all of it.
            return Parsed<SingleAnswer<WirePerson>>.Not(PageProblemKind.WrongShape, Body.OneLine($"the page's state: {e.Path} {e.Message}"));
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

    private static WirePerson? FromElements(HtmlPage page, string? token)
    {
        if (token is null || page.First(tag => tag.HasClass("ProfileHeader-name")) is not { } name)
        {
            return null;
        }

        return new WirePerson
        {
            Id = page.Tags.Select(tag => tag["href"]).FirstOrDefault(IsLivesOfPerson)?[LivesOfPerson.Length..],
            UrlToken = token,
            Name = page.Text(name),
            Headline = page.First(tag => tag.HasClass("ProfileHeader-headline")) is { } headline ? page.Text(headline) : null,
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

    private static bool IsLivesOfPerson(string? href) => href is not null && href.StartsWith(LivesOfPerson, StringComparison.Ordinal);

    // The first value behind the link to the followers. Its text has commas, its title has none.
    private static long? FollowersOnBoard(HtmlPage page) => Number(page.Tags
        .SkipWhile(tag => !tag.HasClass("NumberBoard-item") || tag["href"]?.EndsWith("/followers", StringComparison.Ordinal) != true)
        .FirstOrDefault(tag => tag.HasClass("NumberBoard-itemValue"))?["title"]);

    private static long? Favorited(HtmlPage page) => page.Tags
        .Where(tag => tag.HasClass("Profile-sideColumnItemValue"))
        .Take(MostAchievements)
        .Select(tag => FavoritedShape.Match(page.Text(tag)))
        .Where(match => match.Success)
        .Select(match => Number(match.Groups["number"].Value))
        .FirstOrDefault();

    private static string? Meta(HtmlPage page, string property) =>
        page.First(tag => tag.Name == "meta" && tag["itemprop"] == property)?["content"];

    private static string? Canonical(HtmlPage page) => page.First(tag => tag.Name == "link" && tag["rel"] == "canonical")?["href"];

    private static string? LastSegment(string? address) =>
        address?.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Only from the first digit of a number: from each of them, four million digits would take hours.
    [GeneratedRegex(@"(?<![0-9,])(?<number>[0-9,]+)\s*次收藏", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FavoritedShape { get; }
}
