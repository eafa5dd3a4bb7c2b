using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Tests.Models;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Networks;

[Collection(TorchCollection.Name)]
public sealed class ResNet18Tests
{
    [Fact]
    public void Parameters_TheNetWithoutItsLastLayer_AreAsManyAsByHand()
    {
        using var net = new ResNet18();

        // Convolutions have no bias; a normalisation has two numbers a channel.
        const int Stem = (3 * 64 * 49) + 128;                                                                       //      9,536
        const int Layer1 = (4 * 64 * 64 * 9) + (4 * 128);                                                           //    147,968
        const int Layer2 = (64 * 128 * 9) + (3 * 128 * 128 * 9) + (4 * 256) + ((64 * 128) + 256);                   //    525,568
        const int Layer3 = (128 * 256 * 9) + (3 * 256 * 256 * 9) + (4 * 512) + ((128 * 256) + 512);                 //  2,099,712
        const int Layer4 = (256 * 512 * 9) + (3 * 512 * 512 * 9) + (4 * 1024) + ((256 * 512) + 1024);               //  8,393,728
        Assert.Equal(11_176_512, Stem + Layer1 + Layer2 + Layer3 + Layer4);
        Assert.Equal(11_176_512, NetProbe.Parameters(net));
    }

    [Fact]
    public void State_AnyNet_IsNamedAndShapedAsInTorchvision()
    {
        using var net = new ResNet18();

        var state = net.state_dict();

        // torchvision's resnet18 has 122 entries; fc.weight and fc.bias are left out.
        Assert.Equal(120, state.Count);
        Assert.Equal([64, 3, 7, 7], state["conv1.weight"].shape);
        Assert.Equal([64], state["bn1.running_mean"].shape);
        Assert.Equal([64, 64, 3, 3], state["layer1.0.conv1.weight"].shape);
        Assert.Equal([128, 64, 1, 1], state["layer2.0.downsample.0.weight"].shape);
        Assert.Equal([128], state["layer2.0.downsample.1.running_var"].shape);
        Assert.Equal([512, 512, 3, 3], state["layer4.1.conv2.weight"].shape);
        Assert.Contains("layer3.1.bn2.num_batches_tracked", state.Keys);
        Assert.DoesNotContain("layer1.0.downsample.0.weight", state.Keys);
    }

    [Fact]
    public void Forward_Picture_PassesThePublishedShapes()
    {
        using var net = new ResNet18();
        using var chance = new torch.Generator(1, torch.CPU);

        long[] features = [];

        var shapes = NetProbe.Shapes(net, () => features = net.call(NetProbe.Pictures(1, 224, chance)).shape);

        Assert.Equal([1, 64, 112, 112], shapes["conv1"]);
        Assert.Equal([1, 64, 56, 56], shapes["layer1"]);
        Assert.Equal([1, 128, 28, 28], shapes["layer2"]);
        Assert.Equal([1, 256, 14, 14], shapes["layer3"]);
        Assert.Equal([1, 512, 7, 7], shapes["layer4"]);
        Assert.Equal([1, 512], features);
    }
}
