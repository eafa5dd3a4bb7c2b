using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Branched;

[Collection(TorchCollection.Name)]
public sealed class BranchedNetTests
{
    private static readonly ColumnCodes Codes = ColumnCodes.Fit(RatedWorld.Features(80, 1), RatedWorld.Categories, 4);

    [Theory]
    [InlineData(4, 8)]
    [InlineData(3, 32)]
    [InlineData(2, 37)]
    [InlineData(16, 64)]
    public void Score_InManagedArithmetic_IsTheMeanOfTheBranchesInTorch(int branches, int width)
    {
        using var chance = new torch.Generator(5, torch.CPU);
        using var net = Net(chance, RatedWorld.Tiny with { Branches = branches, Width = width });
        Shake(net, chance);
        var rows = RatedWorld.Features(30, 2);
        net.eval();

        var scores = new BranchedForward(Codes, net.Save()).Score(rows);

        using var said = net.forward(AlignedTensor.Of(Codes.Encode(rows), rows.Rows, Codes.Units));
        Assert.Equal([rows.Rows, branches], said.shape);
        var each = said.detach().data<float>().ToArray();
        for (var row = 0; row < rows.Rows; row++)
        {
            Assert.Equal(each[(row * branches)..((row + 1) * branches)].Average(), scores[row], 1e-4);
        }

        Assert.True(scores.Max() - scores.Min() > 0.1, "scores that are all alike prove nothing");
    }

    [Fact]
    public void Score_OfARow_DoesNotDependOnTheRowsBesideIt()
    {
        using var chance = new torch.Generator(5, torch.CPU);
        using var net = Net(chance, RatedWorld.Tiny);
        var forward = new BranchedForward(Codes, net.Save());
        var rows = RatedWorld.Features(30, 2);

        var together = forward.Score(rows);

        Assert.Equal(together, Enumerable.Range(0, rows.Rows).Select(row => forward.Score(rows.SelectRows([row]))[0]));
    }

    [Fact]
    public void Forward_Dropout_IsForTrainingOnly()
    {
        using var chance = new torch.Generator(5, torch.CPU);
        using var net = Net(chance, RatedWorld.Tiny with { Dropout = 0.5 });
        var rows = AlignedTensor.Of(Codes.Encode(RatedWorld.Features(30, 2)), 30, Codes.Units);

        float[] Say() => [.. net.forward(rows).detach().data<float>()];

        Assert.NotEqual(Say(), Say());
        net.eval();
        Assert.Equal(Say(), Say());
    }

    [Fact]
    public void Branches_FromTheStart_SayDifferentThings()
    {
        using var chance = new torch.Generator(5, torch.CPU);
        using var net = Net(chance, RatedWorld.Tiny);
        net.eval();

        using var said = net.forward(AlignedTensor.Of(Codes.Encode(RatedWorld.Features(1, 2)), 1, Codes.Units));

        Assert.Equal(4, said.detach().data<float>().ToArray().Distinct().Count());
    }

    [Fact]
    public void Load_ShapesThatDoNotFit_IsRefused()
    {
        using var chance = new torch.Generator(5, torch.CPU);
        using var net = Net(chance, RatedWorld.Tiny);
        var saved = net.Save().Named.ToDictionary(pair => pair.Name, pair => pair.Values, StringComparer.Ordinal);

        Assert.Equal(4, BranchedWeights.Load(Codes.Units, name => saved[name]).Branches);
        Assert.Throws<ModelFormatException>(() => BranchedWeights.Load(Codes.Units + 1, name => saved[name]));
        Assert.All(saved.Keys, broken => Assert.Throws<ModelFormatException>(() =>
            BranchedWeights.Load(Codes.Units, name => name == broken ? new WeightTensor([3], [1, 2, 3]) : saved[name])));
    }

    private static BranchedNet Net(torch.Generator chance, MtbDnnOptions options) => new(Codes.Count, Codes.Units, options, chance);

    // First scales and biases are ones and zeros: a forward that forgot them would not be found out.
    private static void Shake(BranchedNet net, torch.Generator chance)
    {
        using var fixedForNow = torch.no_grad();
        foreach (var weights in net.Trained)
        {
            weights.uniform_(-1, 1, chance);
        }
    }
}
