using System.Globalization;
using System.Text;
using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.ZhihuSite.Site;

/// <summary>The people page of autumn 2018, cut down to what a parser looks at, with its traps: two titles, commas in numbers.</summary>
internal static class PeoplePage
{
    private const string NoBrowser = "{}";

    public static SiteAnswer Of(WorldSpeaker person)
    {
        var page = $"""
            <!DOCTYPE html>
            <html lang="zh" data-theme="light">
            <head>
            <meta charset="utf-8">
            <title>{person.Name} - 知乎</title>
            <title>知乎 - 有问题上知乎</title>
            </head>
            <body class="Entry-body">
            <div id="root"><main role="main" class="App-main">
            <ul role="tablist" class="Tabs ProfileMain-tabs">
            <li role="tab" class="Tabs-item"><a class="Tabs-link" href="/people/{person.UrlToken}/answers">回答<span class="Tabs-meta">{Commas(person.Answers)}</span></a></li>
            <li role="tab" class="Tabs-item"><a meta="{Commas(person.Answers / 3)}" class="Tabs-link" href="/people/{person.UrlToken}/pins">想法<span class="Tabs-meta">{person.Answers / 3}</span></a></li>
            </ul>
            <div itemprop="people" itemtype="http://schema.org/Person" itemscope="">
            <meta itemprop="url" content="https://www.zhihu.com/people/{person.UrlToken}">
            <meta itemprop="gender" content="{person.Gender switch { 1 => "Male", 0 => "Female", _ => "Unknown" }}">
            <meta itemprop="image" content="{SiteJson.Picture(person.Avatar, "is")}">
            <meta itemprop="zhihu:voteupCount" content="{person.Voteups}">
            <meta itemprop="zhihu:thankedCount" content="{person.Thanks}">
            <meta itemprop="zhihu:followerCount" content="{person.Followers}">
            <meta itemprop="zhihu:answerCount" content="{person.Answers}">
            <meta itemprop="zhihu:articlesCount" content="{person.Articles}">
            <div id="ProfileHeader" class="ProfileHeader">
            <img class="Avatar Avatar--large UserAvatar-inner" src="{SiteJson.Picture(person.Avatar, "xl")}" srcset="{SiteJson.Picture(person.Avatar, "xll")} 2x">
            <h1 class="ProfileHeader-title"><span class="ProfileHeader-name">{person.Name}</span><span class="RichText ztext ProfileHeader-headline">{person.Headline}</span></h1>
            </div>
            <div class="Profile-sideColumnItemValue">获得 {Commas(person.Thanks)} 次感谢 ，{Commas(person.Favorites)} 次收藏</div>
            <div class="NumberBoard FollowshipCard-counts NumberBoard--divider">
            <a class="Button NumberBoard-item" href="/people/{person.UrlToken}/followers"><div class="NumberBoard-itemName">关注者</div><strong class="NumberBoard-itemValue" title="{person.Followers}">{Commas(person.Followers)}</strong></a>
            </div>
            <a class="Profile-lightItem" target="_blank" href="/lives/users/{person.Id}"><span class="Profile-lightItemName">举办的 Live</span><span class="Profile-lightItemValue">{person.Lives}</span></a>
            </div>
            </main></div>
            <div id="data" style="display: none" data-useragent="{NoBrowser}"></div>
            </body>
            </html>
            """;
        return new SiteAnswer(200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page.ReplaceLineEndings("\n")));
    }

    private static string Commas(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
