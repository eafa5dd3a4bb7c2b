using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Tests.Models;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Tests.Faces.Networks;

[Collection(TorchCollection.Name)]
public sealed class HmtNetTests
{
    // Each convolution with its biases, then its normalisation with two numbers a channel.
    private const long Low = (3 * 96 * 49) + 96 + 192                   //      14,400
        + (96 * 256 * 25) + 256 + 512                                   //     615,168
        + (256 * 512 * 9) + 512 + 1024                                  //   1,181,184
        + (2 * ((512 * 512 * 9) + 512 + 1024));                         //   4,721,664

    [Fact]
    public void Average_AnyNet_HasThePublishedShapesAndParameters()
    {
        using var chance = new Generator(1, CPU);
        using var net = new HmtNet(FeatureFusion.Average, chance);

        const long High = (512L * 4096 * 36) + 4096                     //  75,501,568; its normalisation has none
            + (4096 * 4096) + 4096 + 8192                               //  16,789,504
            + 4096 + 1;                                                 //       4,097
        Assert.Equal(101_779_533, Low + High + Branch(512) + Branch(512));
        Assert.Equal(101_779_533, NetProbe.Parameters(net));
        AssertShapes(net, chance, maps: 512);
    }

    [Fact]
    public void Concatenation_AnyNet_HasThePublishedShapesAndParameters()
    {
        using var chance = new Generator(1, CPU);
        using var net = new HmtNet(FeatureFusion.Concatenation, chance);

        // Three maps wide where they are joined: 1536 into the sixth layer and the race, 12288 into the score.
        const long High = (1536L * 4096 * 36) + 4096                    // 226,496,512
            + (4096 * 4096) + 4096 + 8192                               //  16,789,504
            + 12288 + 1;                                                //      12,289
        Assert.Equal(255_141_965, Low + High + Branch(512) + Branch(1536));
        Assert.Equal(255_141_965, NetProbe.Parameters(net));
        AssertShapes(net, chance, maps: 1536);
    }

    [Fact]
    public void Training_OneBatch_LowersTheLoss()
    {
        using var scope = torch.NewDisposeScope();
        using var chance = new Generator(1, CPU);
        using var net = new HmtNet(FeatureFusion.Average, chance);
        var (pictures, genders, races, scores) = (NetProbe.Pictures(2, HmtNet.Side, chance), torch.tensor([0L, 1L]), torch.tensor([1L, 0L]), torch.tensor([2f, 4f]));

        var losses = NetProbe.ThreeSteps(net, 0.001, () => HmtNetLoss.Of(net.call(pictures), genders, races, scores));

        Assert.True(losses[^1] < losses[0], string.Join(", ", losses));
    }

    [Fact]
    public void Loss_KnownNumbers_WeighsAttractivenessTwice()
    {
        using var scope = torch.NewDisposeScope();

        var loss = HmtNetLoss.Of((torch.zeros(2, 2), torch.zeros(2, 2), torch.tensor([2f, 5f])), torch.tensor([0L, 1L]), torch.tensor([1L, 1L]), torch.tensor([3f, 4f]));

        // ln 2 + ln 2 + 2 * (1 + 1) / 2.
        Assert.Equal(3.3862944, loss.item<float>(), 1e-6);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0.1201145)]  // ln cosh .5 = ln 1.1276260
    [InlineData(-0.5, 0.1201145)]
    [InlineData(0.59, 0.1648005)] // ln cosh .59 = ln 1.1791578
    [InlineData(0.61, 0.61)]
    [InlineData(-2, 2)]
    [InlineData(500, 500)]        // cosh itself would overflow
    public void SmoothHuber_OneError_IsAsPublished(double error, double expected)
    {
        using var scope = torch.NewDisposeScope();

        var loss = SmoothHuberLoss.Of(torch.tensor([(float)error]), torch.tensor([0f]));

        Assert.Equal(expected, loss.item<float>(), 1e-6 * Math.Max(1, expected));
    }

    [Fact]
    public void SmoothHuber_SeveralErrors_IsTheMeanOfEachRowsOwn()
    {
        using var scope = torch.NewDisposeScope();

        var loss = SmoothHuberLoss.Of(torch.tensor([3.5f, 5f]), torch.tensor([3f, 4f]));

        Assert.Equal((0.1201145 + 1) / 2, loss.item<float>(), 1e-6);
    }

    [Fact]
    public void SmoothHuber_Gradient_IsTanhBelowAndTheSignAbove()
    {
        using var scope = torch.NewDisposeScope();
        var predicted = torch.tensor([0.5f, -200f], requires_grad: true);

        SmoothHuberLoss.Of(predicted, torch.zeros(2)).backward();

        // tanh .5 = .4621172, and a mean over two.
        Assert.Equal(0.2310586, predicted.grad![0].item<float>(), 1e-6);
        Assert.Equal(-0.5, predicted.grad![1].item<float>(), 1e-6);
    }

    private static long Branch(long inputs) =>
        (inputs * 256 * 9) + 256 + 512                                  //   1,180,416 of 512
        + (256 * 128 * 9) + 128 + 256                                   //     295,296
        + (128 * 2) + 2 + 4;                                            //         262

    private static void AssertShapes(HmtNet net, Generator chance, long maps)
    {
        var outputs = new List<long[]>();
        var shapes = NetProbe.Shapes(net, () =>
        {
            var (gender, race, attractiveness) = net.call(NetProbe.Pictures(1, HmtNet.Side, chance));
            outputs.AddRange([gender.shape, race.shape, attractiveness.shape]);
        });

        Assert.Equal([[1, 2], [1, 2], [1]], outputs);
        Assert.Equal([1, 96, 109, 109], shapes["layer1.conv"]);
        Assert.Equal([1, 256, 26, 26], shapes["layer2.conv"]);
        Assert.All(new[] { "layer3.conv", "layer4.conv", "layer5.conv" }, layer => Assert.Equal([1, 512, 13, 13], shapes[layer]));
        Assert.All(new[] { "layer6.conv", "layer7.conv" }, layer => Assert.Equal([1, 4096, 1, 1], shapes[layer]));
        Assert.Equal([1, 1, 1, 1], shapes["layer8"]);
        Assert.All(new[] { "gender", "race" }, branch =>
            Assert.Equal(
                [[1, 256, 11, 11], [1, 128, 9, 9], [1, 2, 2, 2]], new[] { "block1", "block2", "block3" }.Select(block => shapes[$"{branch}.{block}"])));
        Assert.Equal([4096, maps, 6, 6], net.state_dict()["layer6.conv.weight"].shape);
        Assert.Equal([1, maps * 8, 1, 1], net.state_dict()["layer8.weight"].shape);
    }
}
