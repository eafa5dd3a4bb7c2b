using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Tests.Models;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Tests.Faces.Networks;

[Collection(TorchCollection.Name)]
public sealed class CrNetTests
{
    [Fact]
    public void Parameters_BothHeads_AreAsManyAsByHand()
    {
        using var chance = new Generator(1, CPU);
        using var net = new CrNet(chance);

        const int Hidden = (512 * 256) + 256 + (256 * 64) + 64;      //     147,776 a head
        const int Last = (64 * 1) + 1 + (64 * 5) + 5;                //         390
        Assert.Equal(11_472_454, 11_176_512 + (2 * Hidden) + Last);
        Assert.Equal(11_472_454, NetProbe.Parameters(net));
    }

    [Fact]
    public void Forward_Pictures_SaysOneScoreAndFiveBinsEach()
    {
        using var chance = new Generator(1, CPU);
        using var net = new CrNet(chance);
        var (scores, bins) = (Array.Empty<long>(), Array.Empty<long>());

        var shapes = NetProbe.Shapes(net, () =>
        {
            var said = net.call(NetProbe.Pictures(2, 64, chance));
            (scores, bins) = (said.Scores.shape, said.Bins.shape);
        });

        Assert.Equal([2, 1], scores);
        Assert.Equal([2, 5], bins);
        Assert.Equal([2, 512], shapes["backbone"]);
        Assert.Equal([[2, 256], [2, 64], [2, 1]], new[] { "fc1", "fc2", "fc3" }.Select(layer => shapes[$"regressor.{layer}"]));
        Assert.Equal([[2, 256], [2, 64], [2, 5]], new[] { "fc1", "fc2", "fc3" }.Select(layer => shapes[$"classifier.{layer}"]));
    }

    [Fact]
    public void Training_OneBatch_LowersTheLossAndIsTheSameBySeed()
    {
        var losses = Train(seed: 3);

        Assert.True(losses[^1] < losses[0], string.Join(", ", losses));
        Assert.Equal(losses, Train(seed: 3));
        Assert.NotEqual(losses, Train(seed: 4));
    }

    [Fact]
    public void Head_InTraining_DropsAndOtherwiseDoesNot()
    {
        using var scope = torch.NewDisposeScope();
        using var chance = new Generator(2, CPU);
        using var head = new CrNetHead(1, chance);
        using var fixedForNow = torch.no_grad();
        var features = torch.ones(1, 512).expand(100, 512);

        var learning = head.call(features);
        head.eval();
        var settled = head.call(features);

        Assert.True(learning.std().item<float>() > 0.001, "what is dropped differs from row to row");
        Assert.Equal(0, settled.std().item<float>(), 1e-6);
    }

    [Fact]
    public void Loss_KnownNumbers_IsTheWeightedSum()
    {
        using var scope = torch.NewDisposeScope();

        var loss = CrNetLoss.Of(torch.tensor([2f, 4f]).view(2, 1), torch.zeros(2, 5), torch.tensor([3f, 4f]), torch.tensor([2L, 3L]));

        // Squared error (1 + 0) / 2; cross entropy of five equal logits ln 5 = 1.6094379: .4 * 1.6094379 + .6 * .5.
        Assert.Equal(0.9437752, loss.item<float>(), 1e-6);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1.49, 0)]
    [InlineData(1.5, 1)] // to 2, the even one
    [InlineData(2.5, 1)] // to 2 as well
    [InlineData(3.7, 3)]
    [InlineData(5, 4)]
    [InlineData(0.2, 0)]
    [InlineData(9, 4)]
    public void Bin_Score_IsTheNearestWholeScore(double score, int expected) => Assert.Equal(expected, ScoreBins.Of(score));

    [Fact]
    public void Bin_NotANumber_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => ScoreBins.Of(double.NaN));

    private static double[] Train(ulong seed)
    {
        using var scope = torch.NewDisposeScope();
        using var chance = new Generator(seed, CPU);
        using var net = new CrNet(chance);
        var (pictures, scores, bins) = (NetProbe.Pictures(2, 64, chance), torch.tensor([2f, 4f]), torch.tensor([1L, 3L]));
        return NetProbe.ThreeSteps(net, 0.01, () =>
        {
            var said = net.call(pictures);
            return CrNetLoss.Of(said.Scores, said.Bins, scores, bins);
        });
    }
}
