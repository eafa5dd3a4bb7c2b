using System.Net;
using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Site;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite.Faults;

public sealed class RedirectFaultsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Chain_OfSomeHops_EndsInTheTrueAnswerAfterThatMany(int hops)
    {
        await using var site = await LocalSite.WithAsync(RedirectFaults.Chain(hops));
        var address = LocalSite.SecondPage;

        for (var i = 0; i < hops; i++)
        {
            address = await LocationAsync(site, address);
        }

        Assert.Equal(Worlds.Small.Lives.Skip(10).Take(10).Select(live => live.Id), await site.IdsAsync(address));
    }

    [Fact]
    public async Task Circle_Followed_NeverEnds()
    {
        await using var site = await LocalSite.WithAsync(RedirectFaults.Circle());
        var seen = new List<string> { LocalSite.FirstPage };

        for (var i = 0; i < 20; i++)
        {
            seen.Add(await LocationAsync(site, seen[^1]));
        }

        Assert.Equal(3, seen.Distinct().Count());
        Assert.Equal(seen[1], seen[3]);
    }

    [Fact]
    public async Task To_AnAddress_LeadsThereInItsVerySpelling()
    {
        foreach (var outside in RedirectFaults.Outside)
        {
            await using var site = await LocalSite.WithAsync(RedirectFaults.To(outside));

            var (head, _, _) = await site.RawAsync(LocalSite.FirstPage);

            Assert.Contains($"\r\nLocation: {outside}\r\n", head, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Astray_ManyAddresses_LeadsEverywhereOutsideAndTheSameWayInEveryRun()
    {
        var first = Locations();

        Assert.Equal(RedirectFaults.Outside.Order(), first.Distinct().Order());
        Assert.Equal(first, Locations());

        static string[] Locations()
        {
            var site = new FaultySite(new InventedSite(Worlds.Small), new FaultPlan(3, RedirectFaults.Astray()), [], TimeProvider.System);
            var answers = Enumerable.Range(0, 400).Select(i => site.Answer("/lives", $"?limit=1&offset={i}").Answer);
            return [.. answers.Select(answer => answer.Headers.Single(header => header.Key == "Location").Value)];
        }
    }

    private static async Task<string> LocationAsync(LocalSite site, string address)
    {
        using var response = await site.GetAsync(address);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }
}
