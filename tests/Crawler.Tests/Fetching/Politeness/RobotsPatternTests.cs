using System.Diagnostics;
using System.Text.RegularExpressions;
using CsCheck;
using LiveQuality.Crawler.Fetching.Politeness;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Politeness;

public sealed class RobotsPatternTests
{
    // The table of Google's specification of robots.txt, "URL matching based on path values".
    [Theory]
    [InlineData("/", "/ /a /a/b?c", "")]
    [InlineData("/*", "/ /a /a/b?c", "")]
    [InlineData("/$", "/", "/a /?a")]
    [InlineData("/fish", "/fish /fish.html /fish/salmon.html /fishheads /fishheads/yummy.html /fish.php?id=anything", "/Fish.asp /catfish /?id=fish /desert/fish")]
    [InlineData("/fish*", "/fish /fish.html /fish/salmon.html /fishheads /fishheads/yummy.html /fish.php?id=anything", "/Fish.asp /catfish /?id=fish /desert/fish")]
    [InlineData("/fish/", "/fish/ /fish/?id=anything /fish/salmon.htm", "/fish /fish.html /animals/fish/ /Fish/Salmon.asp")]
    [InlineData("/*.php", "/index.php /folder/filename.php /folder/filename.php?parameters /folder/any.php.file.html /filename.php/", "/ /windows.PHP")]
    [InlineData("/*.php$", "/filename.php /folder/filename.php", "/filename.php?parameters /filename.php/ /filename.php5 /windows.PHP")]
    [InlineData("/fish*.php", "/fish.php /fishheads/catfish.php?parameters", "/Fish.PHP /fish /fis.php")]
    [InlineData("/a*b*c$", "/abc /axbxc /abcbc /acbc", "/abcd /acb /ab")]
    [InlineData("/aa*aa$", "/aaaa /aaxaa", "/aa /aaa")]
    [InlineData("/$x", "/$x /%24x", "/ /x")]
    public void Matches_APath_AsTheSpecificationSays(string pattern, string matching, string others)
    {
        Assert.All(matching.Split(' '), path => Assert.True(Matches(pattern, path)));
        Assert.All(others.Split(' ', StringSplitOptions.RemoveEmptyEntries), path => Assert.False(Matches(pattern, path)));
    }

    // The tables of RFC 9309, sections 2.2.2 and 2.2.3, and their converse.
    [Theory]
    [InlineData("/foo/bar?baz=quz", "/foo/bar?baz=quz", true)]
    [InlineData("/foo/bar?baz=http://foo.bar", "/foo/bar?baz=http%3A%2F%2Ffoo.bar", true)]
    [InlineData("/foo/bar?baz=http%3a%2f%2ffoo.bar", "/foo/bar?baz=http://foo.bar", true)]
    [InlineData("/foo/bar/ツ", "/foo/bar/%E3%83%84", true)]
    [InlineData("/foo/bar/%e3%83%84", "/foo/bar/ツ", true)]
    [InlineData("/foo/bar/%62%61%7A", "/foo/bar/baz", true)]
    [InlineData("/foo/bar/baz", "/foo/bar/%62%61%7A", true)]
    [InlineData("/path/file-with-a-%2A.html", "/path/file-with-a-*.html", true)]
    [InlineData("/path/file-with-a-%2A.html", "/path/file-with-a-x.html", false)]
    [InlineData("/path/foo-%24", "/path/foo-$", true)]
    [InlineData("/a%2Fb", "/a/b", false)]
    [InlineData("/a%2fb", "/a%2Fb", true)]
    [InlineData("/100%", "/100%25", true)]
    [InlineData("/a b", "/a%20b", true)]
    [InlineData("/{id}", "/%7Bid%7D", true)]
    [InlineData("*?to=*//evil", "/x?to=http%3A%2F%2Fevil", true)]
    public void Matches_OtherSpellings_AsTheyMean(string pattern, string path, bool matches) => Assert.Equal(matches, Matches(pattern, path));

    // The table of Google's specification, "order of precedence for rules", and equal rules.
    [Theory]
    [InlineData("Allow: /p\nDisallow: /", "/page", true)]
    [InlineData("Allow: /folder\nDisallow: /folder", "/folder/page", true)]
    [InlineData("Disallow: /folder\nAllow: /folder", "/folder/page", true)]
    [InlineData("Allow: /page\nDisallow: /*.htm", "/page.htm", false)]
    [InlineData("Allow: /page\nDisallow: /*.ph", "/page.php5", true)]
    [InlineData("Allow: /$\nDisallow: /", "/", true)]
    [InlineData("Allow: /$\nDisallow: /", "/page.htm", false)]
    [InlineData("Allow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", false)] // RFC 9309, section 5.2
    [InlineData("Disallow: /ツ\nAllow: /%E3%83%84%E3", "/ツツ", true)]
    public void Forbidding_SeveralRules_TheLongestDecidesAndAllowWinsTies(string rules, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsTxt.Parse("User-agent: *\n" + rules).For("LiveQuality").Forbidding(Address(path)) is null);

    [Fact]
    public void Matches_AnyPatternAndPath_AsARegularExpressionDoes() =>
        Gen.Select(Gen.String[Gen.Char["ab*$"], 0, 12], Gen.String[Gen.Char["ab"], 0, 16]).Sample(
            (pattern, path) =>
            {
                var body = pattern.EndsWith('$') ? pattern[..^1] : pattern;
                var expression = $"^/{Regex.Escape(body).Replace("\\*", ".*", StringComparison.Ordinal)}{(pattern.EndsWith('$') ? "$" : string.Empty)}";
                Assert.Equal(Regex.IsMatch("/" + path, expression, RegexOptions.NonBacktracking), Matches("/" + pattern, "/" + path));
            },
            iter: 5_000,
            seed: "0N0XIzNsQ0O2",
            threads: 1);

    // Quadratic time would be some 45 thousand million steps here; backtracking would not end.
    [Theory]
    [InlineData("a*", "b")]
    [InlineData("aaaaaaaaaa", "b")]
    [InlineData("*", "b")]
    [InlineData("ab*", "$")]
    public void Matches_APatternMadeToTakeLong_TakesLinearTime(string repeated, string end)
    {
        var pattern = new RobotsPattern("/*" + string.Concat(Enumerable.Repeat(repeated, 150_000 / repeated.Length)) + end);
        var path = "/" + new string('a', 300_000);
        var clock = Stopwatch.StartNew();

        Assert.False(pattern.Matches(path));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static bool Matches(string pattern, string path) =>
        RobotsPath.Spellings(Address(path)).Any(spelling => new RobotsPattern(pattern).Matches(spelling));

    private static Uri Address(string path) => new("https://a.example" + path);
}
