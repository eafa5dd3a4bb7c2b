using System.Diagnostics;
using LiveQuality.Crawler.Crawling;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

public sealed class LeaseOwnerTests
{
    [Fact]
    public void Owner_OfThisProcess_IsAliveAndNeverTheSameTwice()
    {
        var owner = LeaseOwner.New();

        Assert.False(LeaseOwner.IsDeadHere(owner));
        Assert.NotEqual(owner, LeaseOwner.New());
    }

    [Fact]
    public void Owner_WhoseIdAnotherProcessHasNow_IsDead()
    {
        var parts = LeaseOwner.New().Split('/');

        Assert.True(LeaseOwner.IsDeadHere($"{parts[0]}/{parts[1]}/20000101000000.00/{parts[3]}"));
    }

    [Fact]
    public void Owner_WhoseProcessIsOver_IsDead()
    {
        using var process = Process.Start("sleep", "0");
        process.WaitForExit();
        var parts = LeaseOwner.New().Split('/');

        Assert.True(LeaseOwner.IsDeadHere($"{parts[0]}/{process.Id}/{parts[2]}/1"));
    }

    [Theory]
    [InlineData("elsewhere/1/20000101000000.00/1")]
    [InlineData("whatever")]
    [InlineData("")]
    public void Owner_OfAnotherMachineOrKind_MayBeAlive(string owner) => Assert.False(LeaseOwner.IsDeadHere(owner));
}
