using System.Globalization;
using LiveQuality.ZhihuSite.Worlds;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveQuality.ZhihuSite.Site;

/// <summary>The invented site as a function: an address in, an answer out. The server and the recording both ask it.</summary>
internal sealed class InventedSite(IWorld world)
{
    /// <summary>How long a page is when nobody says.</summary>
    public const int DefaultLimit = 10;

    private const int MaxLimit = 100;

    /// <summary>Answers a GET.</summary>
    /// <param name="path">For example <c>/lives/123/reviews</c>.</param>
    /// <param name="query">With its question mark, or empty.</param>
    public SiteAnswer Answer(string path, string query)
    {
        var parameters = QueryHelpers.ParseQuery(query);
        var limit = Number("limit", DefaultLimit);
        var offset = Number("offset", 0);
        if (limit is null or < 1 or > MaxLimit || offset is null)
        {
            return SiteErrors.BadParameter;
        }

        return path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["lives"] => SiteJson.Page(path, "", limit.Value, offset.Value, world.Lives, LiveJson.Write),
            ["lives", "homefeed"] => SiteJson.Page(path, "includes=live&", limit.Value, offset.Value, world.Lives, LiveJson.WriteWrapped),
            ["lives", var id] => world.FindLive(id) is { } live ? SiteJson.Answer(200, json => LiveJson.WriteDetail(json, live)) : SiteErrors.NoLive,
            ["lives", var id, "reviews"] => world.FindLive(id) is { } live
                ? SiteJson.Page(path, "", limit.Value, offset.Value, world.ReviewsOf(live), ReviewJson.Write)
                : SiteErrors.NoLive,
            ["people", var id] => Person(id, person => SiteJson.Answer(200, json => PersonJson.WriteProfile(json, person))),
            ["people", var token, "activities"] => Person(token, PeoplePage.Of),
            [.., var file] when Pictures.Find(file) is { } picture => picture,
            ["errors", var code] => SiteErrors.OfCode(code) ?? SiteErrors.NotFound,
            _ => SiteErrors.NotFound,
        };

        int? Number(string name, int missing) =>
            !parameters.TryGetValue(name, out var text) ? missing
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : null;
    }

    private SiteAnswer Person(string idOrToken, Func<WorldSpeaker, SiteAnswer> answer) => world.FindSpeaker(idOrToken) switch
    {
        null => SiteErrors.NotFound,
        { IsGone: true } => SiteErrors.GonePerson,
        var person => answer(person),
    };
}
