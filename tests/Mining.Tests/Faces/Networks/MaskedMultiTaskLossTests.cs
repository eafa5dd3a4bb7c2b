using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Tests.Models;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Tests.Faces.Networks;

[Collection(TorchCollection.Name)]
public sealed class MaskedMultiTaskLossTests
{
    [Fact]
    public void Loss_SomeLabelsMissing_IsTheMeanOverTheOthers()
    {
        using var scope = torch.NewDisposeScope();
        // Equal logits where there is a label, wild ones where there is none.
        var logits = new FaceTaskTensors(torch.zeros(2, 7), torch.randn(2, 5), torch.zeros(2, 3), torch.zeros(2, 3));
        logits.Expression[1, 4] = 1000f;
        logits.Race[0, 2] = 1000f;
        var labels = new FaceTaskTensors(torch.tensor([0L, -1L]), torch.tensor([-1L, -1L]), torch.tensor([2L, 1L]), torch.tensor([-1L, 0L]));

        var loss = MaskedMultiTaskLoss.Of(logits, labels);

        // .7 ln 7 + .1 * 0 + .1 ln 3 + .1 ln 3 = .7 * 1.9459101 + .2 * 1.0986123.
        Assert.Equal(1.5818596, loss.item<float>(), 1e-6);
    }

    [Fact]
    public void Gradient_RowsWithoutALabel_IsZero()
    {
        using var scope = torch.NewDisposeScope();
        var logits = new FaceTaskTensors(Leaf(7), Leaf(5), Leaf(3), Leaf(3));
        var labels = new FaceTaskTensors(torch.tensor([0L, -1L]), torch.tensor([-1L, -1L]), torch.tensor([-1L, 2L]), torch.tensor([1L, 1L]));

        MaskedMultiTaskLoss.Of(logits, labels).backward();

        Assert.Equal([true, false], Moved(logits.Expression));
        Assert.Equal([false, false], Moved(logits.Age));
        Assert.Equal([false, true], Moved(logits.Gender));
        Assert.Equal([true, true], Moved(logits.Race));

        static Tensor Leaf(long classes) => torch.zeros(2, classes, requires_grad: true);
        static bool[] Moved(Tensor leaf) => [.. leaf.grad!.abs().sum(1).data<float>().Select(size => size > 0)];
    }

    [Fact]
    public void Loss_NoLabelAtAll_IsZero()
    {
        using var scope = torch.NewDisposeScope();
        var none = torch.tensor([-1L]);

        var loss = MaskedMultiTaskLoss.Of(
            new FaceTaskTensors(torch.zeros(1, 7), torch.zeros(1, 5), torch.zeros(1, 3), torch.zeros(1, 3)), new FaceTaskTensors(none, none, none, none));

        Assert.Equal(0, loss.item<float>());
    }
}
