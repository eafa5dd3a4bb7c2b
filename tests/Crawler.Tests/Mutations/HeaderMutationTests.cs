using System.Text;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Politeness;
using Xunit;

namespace LiveQuality.Crawler.Tests.Mutations;

/// <summary>What a host says about how it wants to be asked.</summary>
public sealed class HeaderMutationTests
{
    private static readonly DateTimeOffset Now = new(2017, 10, 26, 8, 0, 0, TimeSpan.Zero);

    private static readonly Uri[] Addresses =
    [
        new("https://api.zhihu.com/lives?limit=10&offset=0"),
        new("https://api.zhihu.com/people/%E4%B8%AD?to=http://a%2Fb&c=%zz"),
        new("https://api.zhihu.com/"),
        new("https://api.zhihu.com/robots.txt"),
    ];

    private static readonly string[] Files =
    [
        "User-agent: *\nDisallow: /\nAllow: /lives\n",
        "# 知乎\r\nUser-agent: LiveQuality\r\nUser-agent: other\r\nCrawl-delay: 10\r\nRequest-rate: 1/5s\r\n"
            + "Disallow: /*?limit=*&offset\r\nAllow: /lives$\r\n\r\nUser-agent: *\r\nDisallow: /people/%E4%B8%AD",
        "User-agent: *\nDisallow: /a*b*c*d$\nDisallow: *\nCrawl-delay: 0.5\nSitemap: https://api.zhihu.com/sitemap.xml\n",
    ];

    private static readonly string[] Values =
    [
        "0", "120", " 3600 ", "Thu, 26 Oct 2017 08:01:00 GMT", "Thursday, 26-Oct-17 08:01:00 GMT", "Thu Oct 26 08:01:00 2017", "Fri, 31 Dec 9999 23:59:59 GMT",
    ];

    [Fact]
    public Task RobotsTxt_OfMutatedBytes_GivesRulesThatJudge() => RunAsync("robots", Format.Robots, Files, 1024, file =>
    {
        var robots = RobotsTxt.Parse(file);
        foreach (var product in new[] { "LiveQuality", "" })
        {
            var rules = robots.For(product);
            Assert.False(rules.Delay is { } delay && (delay < TimeSpan.Zero || delay > RequestDelay.Longest));
            foreach (var address in Addresses)
            {
                var rule = rules.Forbidding(address);
                Assert.False(rule?.Allows ?? false);
                Assert.False(rule?.ToString().Contains('\n', StringComparison.Ordinal) ?? false);
                Assert.True(rule is null || address != Addresses[^1]);
            }
        }
    });

    [Fact]
    public Task RetryAfter_OfMutatedText_GivesASpanThatCanBeOrNothing() => RunAsync("retry-after", Format.RetryAfter, Values, 64, value =>
        Assert.False(RetryAfter.Parse(Encoding.Latin1.GetString(value.Span), Now) is { } span && (span < TimeSpan.Zero || span > RetryAfter.Longest)));

    private static Task RunAsync(string name, Format format, string[] corpus, long perByte, Action<ReadOnlyMemory<byte>> parse) => MutationRun.RunAsync(
        new MutationTarget(name, format, [.. corpus.Select(Encoding.UTF8.GetBytes)], parse, length => (64 * 1024) + (length * perByte)));
}
