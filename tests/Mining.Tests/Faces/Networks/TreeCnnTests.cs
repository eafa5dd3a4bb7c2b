using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Tests.Models;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Tests.Faces.Networks;

[Collection(TorchCollection.Name)]
public sealed class TreeCnnTests
{
    [Fact]
    public void Parameters_AllNets_AreAsManyAsByHand()
    {
        using var chance = new Generator(1, CPU);
        using var net = new TreeCnn(chance);

        // A block: 3x3 weights, biases, and two numbers a channel of its normalisation.
        static long Block(long inputs, long outputs) => (9 * inputs * outputs) + (3 * outputs);
        var trunk = Block(3, 64) + Block(64, 64)                                                        //     38,976
            + Block(64, 128) + Block(128, 128)                                                          //    221,952
            + Block(128, 256) + (3 * Block(256, 256))                                                   //  2,067,456
            + Block(256, 512) + (3 * Block(512, 512));                                                  //  8,263,680
        var branch = (6 * Block(512, 512)) + Block(512, 256) + Block(256, 256) + Block(256, 128);       // 16,231,296
        const long Classes = ((128 * 9) + 1) * (7 + 5 + 3 + 3);                                         //     20,754
        var part = Block(3, 32) + Block(32, 64) + Block(64, 128) + (128 * 7) + 7;                       //     94,599
        Assert.Equal(10_592_064, trunk);
        Assert.Equal(75_538_002, trunk + (4 * branch) + Classes);
        Assert.Equal(75_538_002, NetProbe.Parameters(net.Whole));
        Assert.Equal(94_599, part);
        Assert.All(Enum.GetValues<FacePart>(), which => Assert.Equal(94_599, NetProbe.Parameters(net.Part(which))));
        Assert.Equal(75_916_398, NetProbe.Parameters(net));
    }

    [Fact]
    public void Forward_FaceAndParts_PassesThePublishedShapesAndLetsFiveVote()
    {
        using var chance = new Generator(1, CPU);
        using var net = new TreeCnn(chance);
        var (votes, sums) = (Array.Empty<long>(), Array.Empty<float>());

        var shapes = NetProbe.Shapes(net, () =>
        {
            var parts = Enum.GetValues<FacePart>().Select(_ => NetProbe.Pictures(1, TreeRNet.Side, chance)).ToList();
            var said = net.call(NetProbe.Pictures(1, 224, chance), parts);
            (votes, sums) = (said.shape, [.. said.sum(-1).data<float>()]);
        });

        Assert.Equal([1, 5, 7], votes);
        Assert.All(sums, sum => Assert.Equal(1, sum, 1e-5));
        Assert.Equal([1, 64, 224, 224], shapes["gnet.conv2"]);
        Assert.Equal([1, 128, 112, 112], shapes["gnet.conv4"]);
        Assert.Equal([1, 256, 56, 56], shapes["gnet.conv8"]);
        Assert.Equal([1, 512, 28, 28], shapes["gnet.conv12"]);
        foreach (var (task, classes) in new[] { ("expression", 7), ("age", 5), ("gender", 3), ("race", 3) })
        {
            Assert.Equal([1, 512, 14, 14], shapes[$"gnet.{task}.conv4"]);
            Assert.Equal([1, 512, 7, 7], shapes[$"gnet.{task}.conv6"]);
            Assert.Equal([1, 256, 3, 3], shapes[$"gnet.{task}.conv8"]);
            Assert.Equal([1, 128, 1, 1], shapes[$"gnet.{task}.conv9"]);
            Assert.Equal([1, classes, 1, 1], shapes[$"gnet.{task}.conv10"]);
            Assert.Equal([1, classes], shapes[$"gnet.{task}"]);
        }

        Assert.All(new[] { "rnet1", "rnet2", "rnet3", "rnet4" }, part =>
            Assert.Equal(
                [[1, 32, 48, 48], [1, 64, 24, 24], [1, 128, 12, 12], [1, 7]], new[] { "conv1", "conv2", "conv3", "fc" }.Select(layer => shapes[$"{part}.{layer}"])));
    }

    // Pictures of 128, the least the branches take: the same layers, a third of the time.
    [Fact]
    public void Training_OneBatchOfHalfLabelledFaces_LowersTheLoss()
    {
        using var scope = torch.NewDisposeScope();
        using var chance = new Generator(1, CPU);
        using var net = new TreeGNet();
        FirstWeights.Draw(net, chance);
        var faces = NetProbe.Pictures(2, 128, chance);
        var labels = new FaceTaskTensors(torch.tensor([3L, -1L]), torch.tensor([-1L, 2L]), torch.tensor([-1L, 0L]), torch.tensor([-1L, 1L]));

        var losses = NetProbe.ThreeSteps(net, 0.01, () => MaskedMultiTaskLoss.Of(net.call(faces), labels));

        Assert.True(losses[^1] < losses[0], string.Join(", ", losses));
    }

    [Fact]
    public void Training_OnePart_LowersTheLoss()
    {
        using var scope = torch.NewDisposeScope();
        using var chance = new Generator(1, CPU);
        using var net = new TreeRNet();
        FirstWeights.Draw(net, chance);
        var (parts, labels) = (NetProbe.Pictures(2, TreeRNet.Side, chance), torch.tensor([3L, 5L]));

        var losses = NetProbe.ThreeSteps(net, 0.01, () => nn.functional.cross_entropy(net.call(parts), labels));

        Assert.True(losses[^1] < losses[0], string.Join(", ", losses));
    }
}
