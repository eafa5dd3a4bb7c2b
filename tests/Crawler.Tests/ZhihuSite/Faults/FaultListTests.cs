using LiveQuality.ZhihuSite.Faults;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite.Faults;

public sealed class FaultListTests
{
    [Fact]
    public void TryParse_AList_MakesItsFaultsInOrder()
    {
        const string text = "latency=5..20ms, reset=0.02,429=0.01:first,gone-live=0.1,html=0.5:address,depth-empty=5020";

        Assert.True(FaultList.TryParse(text, seed: 3, out var plan, out var problem));

        Assert.Equal("", problem);
        Assert.Equal(3, plan.Seed);
        Assert.Equal(["latency", "reset", "429", "gone-live", "html", "depth-empty"], plan.Faults.Select(fault => fault.Name));
        Assert.Equal((TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(20)), plan.Faults[0] is DelayFault delay ? (delay.Least, delay.Most) : default);
        Assert.Equal([1, 0.02, 0.01, 0.1, 0.5, 1], plan.Faults.Select(fault => fault.Share));
        Assert.Equal(
            [FaultScope.EachRequest, FaultScope.EachRequest, FaultScope.FirstRequest, FaultScope.Address, FaultScope.Address, FaultScope.EachRequest],
            plan.Faults.Select(fault => fault.Scope));
    }

    [Fact]
    public void TryParse_EveryNameThatIsOffered_IsUnderstoodAndIsTheFaultsOwn()
    {
        var offered = FaultList.Names.Replace("MS[..MS]", "5", StringComparison.Ordinal).Replace("SHARE]", "]", StringComparison.Ordinal)
            .Replace("KEY[*]", "seats.max*0.5", StringComparison.Ordinal).Replace("SHARE", "0.5", StringComparison.Ordinal)
            .Replace("NUMBER", "7", StringComparison.Ordinal).Split(' ');

        Assert.True(offered.Length > 25);
        Assert.All(offered, one =>
        {
            Assert.True(FaultList.TryParse(one, seed: 0, out var plan, out var problem), problem);
            Assert.Equal(one[..one.IndexOf('=', StringComparison.Ordinal)], plan.Faults.Single().Name);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("reset")]
    [InlineData("reset=2")]
    [InlineData("reset=-0.1")]
    [InlineData("reset=0.1:often")]
    [InlineData("latency=20")]
    [InlineData("latency=20..5ms")]
    [InlineData("redirect-chain=0")]
    [InlineData("renamed-key=*0.5")]
    [InlineData("renamed-key=seats*2")]
    [InlineData("nothing=0.1")]
    [InlineData("=0.1")]
    public void TryParse_WhatIsNoFault_NamesItInOneLine(string part)
    {
        Assert.False(FaultList.TryParse($"html=0.1,{part}", seed: 0, out var plan, out var problem));

        Assert.Null(plan);
        Assert.StartsWith($"no fault: '{part}'", problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }
}
