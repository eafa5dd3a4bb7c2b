using CsCheck;
using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Site;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite.Faults;

public sealed class FaultPlanTests
{
    private static readonly InventedSite Site = new(Worlds.Small);

    [Fact]
    public void Plan_TheSameSeedAndRequests_GiveTheSameFaults() =>
        Gen.Select(Gen.Int, Gen.Int[0, 40].Array[1, 60]).Sample(
            (seed, offsets) => Assert.Equal(Play(Mixed(seed), offsets), Play(Mixed(seed), offsets)), iter: 50, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Plan_OtherSeeds_GiveOtherFaults() =>
        Assert.NotEqual(Play(Mixed(1), [.. Enumerable.Range(0, 100)]), Play(Mixed(2), [.. Enumerable.Range(0, 100)]));

    [Fact]
    public void Plan_OtherRequestsBetween_DoNotChangeWhatAnAddressMeets()
    {
        var plan = new FaultPlan(9, Refusals.Captcha() with { Share = 0.5 });

        var alone = Play(plan, [5, 5, 5, 5, 5, 5, 5, 5]);
        var among = Play(plan, [5, 1, 5, 2, 5, 5, 3, 5, 5, 1, 5, 5]);

        Assert.Equal(alone, among.Zip([5, 1, 5, 2, 5, 5, 3, 5, 5, 1, 5, 5]).Where(pair => pair.Second == 5).Select(pair => pair.First));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void Plan_AShareOfRequests_IsHitAboutThatOftenAndATryLaterIsIndependent(double share)
    {
        var plan = new FaultPlan(9, Refusals.Captcha() with { Share = share });
        var offsets = Enumerable.Range(0, 5_000).ToArray();

        var hits = Play(plan, [.. offsets, .. offsets]).Select(faults => faults.Length > 0).ToArray();

        Assert.Equal(share, hits.Average(hit => hit ? 1.0 : 0), 0.015);
        Assert.Equal(share * share, offsets.Average(i => hits[i] && hits[i + offsets.Length] ? 1.0 : 0), 0.02);
    }

    [Fact]
    public void FirstRequest_OfAnAddress_IsTheOnlyOneThatIsHit()
    {
        var plan = new FaultPlan(9, Refusals.Captcha() with { Share = 0.5, Scope = FaultScope.FirstRequest });
        var offsets = Enumerable.Range(0, 100).ToArray();

        var hits = Play(plan, [.. offsets, .. offsets]).Select(faults => faults.Length > 0).ToArray();

        Assert.InRange(hits[..100].Count(hit => hit), 30, 70);
        Assert.DoesNotContain(true, hits[100..]);
    }

    [Fact]
    public void Address_Hit_IsHitEveryTime()
    {
        var plan = new FaultPlan(9, Refusals.Captcha() with { Share = 0.5, Scope = FaultScope.Address });
        var offsets = Enumerable.Range(0, 100).ToArray();

        var hits = Play(plan, [.. offsets, .. offsets]).Select(faults => faults.Length > 0).ToArray();

        Assert.InRange(hits[..100].Count(hit => hit), 30, 70);
        Assert.Equal(hits[..100], hits[100..]);
    }

    [Fact]
    public void Only_SomeAddresses_LeavesTheOthersAlone()
    {
        var plan = new FaultPlan(9, Refusals.Captcha() with { Only = request => request.Offset == 3 });

        Assert.Equal([false, true, false, true], Play(plan, [2, 3, 4, 3]).Select(faults => faults.Length > 0));
    }

    [Fact]
    public void Robots_WithEveryFault_IsAnsweredAndNotCounted()
    {
        var site = new FaultySite(Site, new FaultPlan(9, Refusals.Captcha() with { ToRequest = 1 }), [], TimeProvider.System);

        Assert.Equal(404, site.Answer("/robots.txt", "").Answer.Status);
        Assert.Equal(403, site.Answer("/lives", "").Answer.Status);
        Assert.Equal(200, site.Answer("/lives", "").Answer.Status);
    }

    private static FaultPlan Mixed(int seed) => new(
        seed,
        WireFaults.Reset() with { Share = 0.2 },
        Refusals.TooMany(TimeSpan.FromSeconds(1)) with { Share = 0.3, Scope = FaultScope.FirstRequest },
        Refusals.Outage() with { Share = 0.1 },
        PageFaults.Html() with { Share = 0.1, Scope = FaultScope.Address });

    private static string[] Play(FaultPlan plan, int[] offsets)
    {
        var site = new FaultySite(Site, plan, [], TimeProvider.System);
        return [.. offsets.Select(offset => string.Join('+', site.Answer("/lives", $"?limit=1&offset={offset}").Faults))];
    }
}
