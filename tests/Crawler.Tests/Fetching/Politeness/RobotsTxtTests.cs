using System.Diagnostics;
using System.Text;
using CsCheck;
using LiveQuality.Crawler.Fetching.Politeness;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Politeness;

public sealed class RobotsTxtTests
{
    // RFC 9309, section 5.1.
    private const string SimpleExample = """
        User-Agent: *
        Disallow: *.gif$
        Disallow: /example/
        Allow: /publications/

        User-Agent: foobot
        Disallow:/
        Allow:/example/page.html
        Allow:/example/allowed.gif

        User-Agent: barbot
        User-Agent: bazbot
        Disallow: /example/page.html

        User-Agent: quxbot
        """;

    [Theory]
    [InlineData("foobot", "/example/page.html", true)]
    [InlineData("foobot", "/example/allowed.gif", true)]
    [InlineData("foobot", "/example/", false)]
    [InlineData("foobot", "/publications/", false)]
    [InlineData("barbot", "/example/page.html", false)]
    [InlineData("bazbot", "/example/page.html", false)]
    [InlineData("bazbot", "/example/picture.gif", true)]
    [InlineData("quxbot", "/example/page.html", true)]
    [InlineData("LiveQuality", "/example/page.html", false)]
    [InlineData("LiveQuality", "/publications/picture.gif", true)]
    [InlineData("LiveQuality", "/elsewhere/picture.gif", false)]
    [InlineData("LiveQuality", "/elsewhere/picture.gif?size=1", true)]
    public void For_TheSimpleExampleOfTheRfc_SaysWhatTheRfcSays(string product, string path, bool allowed) =>
        Assert.Equal(allowed, Allows(SimpleExample, path, product));

    [Theory]
    [InlineData("User-agent: livequality\nDisallow: /foo\n\nUser-agent: other\nDisallow: /\n\nUser-agent: LiveQuality\nDisallow: /bar", "/bar", false)]
    [InlineData("User-agent: livequality\nDisallow: /foo\n\nUser-agent: other\nDisallow: /\n\nUser-agent: LiveQuality\nDisallow: /bar", "/foo", false)]
    [InlineData("User-agent: livequality\nDisallow: /foo\n\nUser-agent: other\nDisallow: /\n\nUser-agent: LiveQuality\nDisallow: /bar", "/baz", true)]
    [InlineData("User-agent: *\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/a", false)]
    public void For_SeveralGroupsOfOneAgent_MergesThem(string file, string path, bool allowed) => Assert.Equal(allowed, Allows(file, path));

    [Theory]
    [InlineData("User-agent: LIVEQUALITY\nAllow: /\nUser-agent: *\nDisallow: /", true)]
    [InlineData("User-agent: LiveQuality/1.0\nAllow: /\nUser-agent: *\nDisallow: /", true)]
    [InlineData("User-agent: livequality bot\nAllow: /\nUser-agent: *\nDisallow: /", true)]
    [InlineData("User-agent: Live\nAllow: /\nUser-agent: *\nDisallow: /", false)]
    [InlineData("User-agent: LiveQualityNews\nAllow: /\nUser-agent: *\nDisallow: /", false)]
    [InlineData("User-agent: *bot\nAllow: /\nUser-agent: *\nDisallow: /", false)]
    [InlineData("User-agent: * # all\nDisallow: /", false)]
    [InlineData("User-agent: livequality\nDisallow:\nUser-agent: *\nDisallow: /", true)]
    public void For_AProduct_IsFoundByItsWholeTokenInAnyCase(string file, bool allowed) => Assert.Equal(allowed, Allows(file, "/lives"));

    [Theory]
    [InlineData("Disallow: /", true)] // before any group
    [InlineData("User-agent: *\nDisallow: / # all of it", false)]
    [InlineData("# User-agent: *\nDisallow: /", true)]
    [InlineData("  uSeR-aGeNt :\t*  \n\tDISALLOW\t:/", false)]
    [InlineData("User-agent: *\nDisallow /\nDisalow: /\nHost: example", true)]
    [InlineData("User-agent: *\nDisallow: lives", true)]
    [InlineData("User-agent: *\nDisallow:", true)]
    [InlineData("User-agent: *\nSitemap: https://a.example/map.xml\nUser-agent: foobot\nDisallow: /", false)] // section 2.2.4: a sitemap ends no group
    [InlineData("User-agent: foobot\nUser-agent:\nDisallow: /", true)]
    [InlineData("User-agent: *\nCrawl-delay: 2\nUser-agent: foobot\nDisallow: /", false)]
    [InlineData("<!DOCTYPE html><html><body>User-agent: *</body></html>\nDisallow: /", true)]
    [InlineData("", true)]
    public void Parse_LinesOfAllKinds_KeepsRulesAndSkipsTheRest(string file, bool allowed) => Assert.Equal(allowed, Allows(file, "/lives"));

    [Theory]
    [InlineData("\n", 3)]
    [InlineData("\r", 3)]
    [InlineData("\r\n", 3)]
    public void Parse_LinesEndingInAnyWay_AreCountedOnce(string end, int line)
    {
        var robots = RobotsTxt.Parse(Encoding.UTF8.GetBytes($"# ours{end}User-agent: *{end}Disallow: /{end}{end}"));

        Assert.Equal(line, robots.For("LiveQuality").Forbidding(Address("/lives"))?.Line);
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, false)]
    [InlineData(new byte[] { 0xEF, 0xBB }, false)]
    [InlineData(new byte[] { 0xEF }, false)]
    [InlineData(new byte[] { 0xBF }, true)] // no mark: it spoils the first line
    public void Parse_AByteOrderMark_IsNoPartOfTheFirstLine(byte[] mark, bool allowed) =>
        Assert.Equal(allowed, RobotsTxt.Parse((byte[])[.. mark, .. "User-agent: *\nDisallow: /"u8]).For("LiveQuality").Forbidding(Address("/lives")) is null);

    [Fact]
    public void Parse_MoreThan500KiB_IgnoresTheRestAndTheLineThatWasCut()
    {
        const string Head = "User-agent: *\nDisallow: /within\n";
        var filler = string.Concat(Enumerable.Repeat("# 89abcde\n", (RobotsTxt.LargestFile - Head.Length) / 10));
        var cut = $"{Head}{filler}Allow: /{new string('x', 20)}\nDisallow: /beyond\n";

        var rules = RobotsTxt.Parse(Encoding.UTF8.GetBytes(cut)).For("LiveQuality");

        Assert.NotNull(rules.Forbidding(Address("/within")));
        Assert.Null(rules.Forbidding(Address("/beyond")));
    }

    [Fact]
    public void Parse_ALineThatWouldSaySomethingElseWhenCut_IsDropped()
    {
        const string Rule = "Disallow: /private";
        var head = "User-agent: *\n";
        var filler = new string('#', RobotsTxt.LargestFile - head.Length - 1 - "Disallow: /".Length) + "\n";
        var file = Encoding.UTF8.GetBytes(head + filler + Rule);

        Assert.Null(RobotsTxt.Parse(file).For("LiveQuality").Forbidding(Address("/public")));
    }

    [Fact]
    public void Forbidding_ItsOwnFile_IsAlwaysAllowed() => Assert.True(Allows("User-agent: *\nDisallow: /", "/robots.txt"));

    [Fact]
    public void Forbidding_ARule_IsNamedInOneLineThatATerminalCanShow()
    {
        var rules = RobotsTxt.Parse("User-agent: *\n\nDisallow: /lives\u001b[31m*\n").For("LiveQuality");

        Assert.Equal("line 3: Disallow: /lives?[31m*", rules.Forbidding(Address("/lives%1B[31m/1"))?.ToString());
    }

    // The two ages of the real site, protocol, section 1.7, retold.
    [Theory]
    [InlineData("/lives?limit=10&offset=0", true)]
    [InlineData("/login", false)]
    [InlineData("/login?next=/lives", false)]
    [InlineData("/people/a-b", true)]
    [InlineData("/people/a-b-c-d", false)]
    public void For_AFileAsOf2018_ForbidsSomePathsAndAsksForTenSeconds(string path, bool allowed)
    {
        const string File = "User-agent: *\nCrawl-delay: 10\n\nRequest-rate: 1/2\n"
            + "Disallow: /login\nDisallow: /logout\nDisallow: /resetpassword\nDisallow: /people/*-*-*-*\n";

        Assert.Equal(allowed, Allows(File, path));
        Assert.Equal(TimeSpan.FromSeconds(10), RobotsTxt.Parse(File).For("LiveQuality").Delay);
    }

    [Theory]
    [InlineData("LiveQuality", "/lives", false)]
    [InlineData("LiveQuality", "/tardis/jm/art/1", true)]
    [InlineData("friendlybot", "/lives", true)]
    [InlineData("friendlybot", "/people/x", false)]
    public void For_AFileAsOf2026_ForbidsAllToStrangers(string product, string path, bool allowed)
    {
        const string File = "# Automated collection is not allowed.\nUser-agent: Friendlybot\nDisallow: /people/\n\n"
            + "User-agent: OtherFriend\nDisallow: /people/\n\nUser-Agent: *\nAllow: /tardis/jm\nDisallow: /\n";

        Assert.Equal(allowed, Allows(File, path, product));
    }

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 3\nDisallow:", 3)]
    [InlineData("User-agent: *\nCrawl-delay: 3\nRequest-rate: 1/5s", 5)]
    [InlineData("User-agent: *\nCrawl-delay: 3\nDisallow: /x\nUser-agent: *\nCrawl-delay: 7", 7)]
    [InlineData("User-agent: *\nCrawl-delay: 30\nDisallow: /x\nUser-agent: livequality\nDisallow: /y", null)]
    [InlineData("Crawl-delay: 30", null)]
    public void Delay_OfTheGroupsThatApply_IsTheLongest(string file, int? seconds) =>
        Assert.Equal(seconds is { } count ? TimeSpan.FromSeconds(count) : null, RobotsTxt.Parse(file).For("LiveQuality").Delay);

    [Fact]
    public void Parse_AnyBytes_GivesRulesThatCanBeAsked() =>
        Gen.OneOf(Gen.Byte.Array[0, 400], Mutated).Sample(
            bytes => RobotsTxt.Parse(bytes).For("LiveQuality").Forbidding(Address("/lives?limit=10&offset=0")) is null or { Line: > 0 },
            iter: 10_000,
            seed: "0N0XIzNsQ0O2",
            threads: 1);

    [Fact]
    public void Parse_TheWorstFileThereCanBe_IsReadAndAskedInBoundedTime()
    {
        var clock = Stopwatch.StartNew();
        var file = Encoding.UTF8.GetBytes("user-agent:*\n" + string.Concat(Enumerable.Repeat("allow:*b\n", RobotsTxt.LargestFile / 9)));

        var forbidding = RobotsTxt.Parse(file).For("LiveQuality").Forbidding(Address("/" + new string('a', 8000)));

        Assert.Null(forbidding);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static Gen<byte[]> Mutated { get; } =
        from cuts in Gen.Select(Gen.Int[0, SimpleExample.Length - 1], Gen.Byte).Array[1, 8]
        select cuts.Aggregate(Encoding.UTF8.GetBytes(SimpleExample), (bytes, cut) => [.. bytes[..cut.Item1], cut.Item2, .. bytes[cut.Item1..^1]]);

    private static bool Allows(string file, string path, string product = "LiveQuality") =>
        RobotsTxt.Parse(Encoding.UTF8.GetBytes(file)).For(product).Forbidding(Address(path)) is null;

    private static Uri Address(string path) => new("https://a.example" + path);
}
