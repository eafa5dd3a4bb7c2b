using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Faces.Networks.Light;
using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Tests.Models;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Tests.Faces.Networks.Light;

[Collection(TorchCollection.Name)]
public sealed class LightNetTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly Generator _chance = new(1, CPU);

    public void Dispose()
    {
        _chance.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void CrLight_TenColumns_HasOneLayerAndThePapersHeads()
    {
        using var net = new CrLight(10, _chance);

        var (scores, bins) = net.call(torch.ones(3, 10));

        Assert.Equal([3, 1], scores.shape);
        Assert.Equal([3, 5], bins.shape);
        // 11 * 512; twice 513 * 256 + 257 * 64; 65 * (1 + 5).
        Assert.Equal(301_574, NetProbe.Parameters(net));
    }

    [Theory]
    [InlineData(0, 26_501)] // 11 * 128; three times 129 * 64; twice 65 * 2; 65
    [InlineData(1, 26_629)] // 193 at the end
    public void HmtLight_TenColumns_HasThreeBranches(int fusion, long parameters)
    {
        using var net = new HmtLight(10, fusion == 0 ? FeatureFusion.Average : FeatureFusion.Concatenation, _chance);

        var (gender, race, score) = net.call(torch.ones(3, 10));

        Assert.Equal([3, 2], gender.shape);
        Assert.Equal([3, 2], race.shape);
        Assert.Equal([3], score.shape);
        Assert.Equal(parameters, NetProbe.Parameters(net));
    }

    [Fact]
    public void TreeLight_Faces_GiveLogitsOfFiveNets()
    {
        using var net = new TreeLight(7, _chance);

        Assert.Equal(Enumerable.Repeat((2L, 7L), TreeLight.Nets), net.call(torch.ones(2, 1, 48, 48)).Select(said => (said.shape[0], said.shape[1])));
    }

    [Fact]
    public void TreeLight_PixelOutsideAPart_DoesNotMoveIt()
    {
        using var net = new TreeLight(7, _chance);
        net.eval();
        var (plain, changed) = (torch.zeros(1, 1, 48, 48), torch.zeros(1, 1, 48, 48));
        changed[0, 0, 47, 47] = torch.tensor(5f);

        var moved = net.call(plain).Zip(net.call(changed), (one, other) => !one.data<float>().SequenceEqual(other.data<float>()));

        // The corner belongs to the whole face only.
        Assert.Equal([true, false, false, false, false], moved);
    }

    [Fact]
    public void ResidualBlock_OtherChannelsWithoutHalving_AreRefused() => Assert.Throws<ArgumentException>(() => new ResidualBlock(4, 8, halves: false));

    [Fact]
    public void ResidualBlock_Halving_HalvesTheSides()
    {
        using var block = new ResidualBlock(4, 8, halves: true);

        Assert.Equal([2, 8, 3, 3], block.call(torch.ones(2, 4, 6, 6)).shape);
    }

    [Fact]
    public void SeededDropout_BySeed_DropsTheSameAndKeepsTheMean()
    {
        Assert.Equal(Dropped(1), Dropped(1));
        Assert.NotEqual(Dropped(1), Dropped(2));
        Assert.Equal([0, 1 / 0.75f], Dropped(1).Distinct().Order());
        Assert.InRange(Dropped(1).Average(), 0.95, 1.05);
    }

    [Fact]
    public void SeededDropout_OutsideTraining_ChangesNothing()
    {
        using var dropout = new SeededDropout(0.25, _chance);
        dropout.eval();

        Assert.All(dropout.call(torch.ones(100)).data<float>(), value => Assert.Equal(1, value));
    }

    private static float[] Dropped(ulong seed)
    {
        using var chance = new Generator(seed, CPU);
        using var dropout = new SeededDropout(0.25, chance);
        return [.. dropout.call(torch.ones(4000)).data<float>()];
    }
}
