using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Tests.Models;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Networks;

[Collection(TorchCollection.Name)]
public sealed class MomentumSgdTests
{
    [Fact]
    public void Step_Twice_IsAsByHand()
    {
        using var scope = torch.NewDisposeScope();
        var weight = torch.tensor(2f, requires_grad: true);
        using var sgd = new MomentumSgd([weight], learningRate: 0.1, momentum: 0.9, weightDecay: 0.5);

        Step();
        // g = 4 + .5 * 2 = 5, v = 5, w = 2 - .5.
        Assert.Equal(1.5, weight.item<float>(), 1e-6);
        Step();
        // g = 3 + .5 * 1.5 = 3.75, v = .9 * 5 + 3.75 = 8.25, w = 1.5 - .825.
        Assert.Equal(0.675, weight.item<float>(), 1e-6);

        void Step()
        {
            sgd.ZeroGradients();
            weight.mul(weight).backward();
            sgd.Step();
        }
    }

    [Fact]
    public void Step_NoGradient_LeavesTheWeight()
    {
        using var scope = torch.NewDisposeScope();
        var weight = torch.tensor(2f, requires_grad: true);
        using var sgd = new MomentumSgd([weight]);

        sgd.Step();

        Assert.Equal(2, weight.item<float>());
    }
}
