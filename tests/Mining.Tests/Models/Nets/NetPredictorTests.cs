using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Tests.Builders;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Nets;

[Collection(TorchCollection.Name)]
public sealed class NetPredictorTests
{
    // 600 rows are two blocks and a part of one; inputs from -20 to 20 bend ReLU6 at both ends.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Predict_RandomWeights_AgreesWithTorchAndDoesNotDependOnOtherRows(bool isMlp)
    {
        var layout = new NetLayout(isMlp ? NetShape.Mlp : NetShape.MtbDnn2019, 15);
        using var chance = new torch.Generator(1, torch.CPU);
        var predictor = new NetPredictor(layout, layout.Draw(chance));
        var rows = Some.Matrix(600, 15, 5).Map((value, _) => (value * 40) - 20);

        var predicted = predictor.Predict(rows);

        Assert.Equal(Torch(predictor.State, rows.ToTensor()), predicted, (one, other) => Math.Abs(one - other) < 1e-5);
        Assert.Equal(predicted[577], predictor.Predict(rows.SelectRows([577]))[0]);
        Assert.Equal(predicted, NetPredictor.Restore(layout.Shape, 15, predictor.State).Predict(rows));
    }

    [Fact]
    public void Restore_WeightsOfAnotherNet_IsRefused()
    {
        using var chance = new torch.Generator(1, torch.CPU);
        var layout = new NetLayout(NetShape.Mlp, 4);
        var state = layout.Save(layout.Draw(chance));

        Assert.Contains("branch1.narrow.weight", Assert.Throws<ModelFormatException>(() => NetPredictor.Restore(NetShape.MtbDnn2019, 4, state)).Message, StringComparison.Ordinal);
        Assert.Contains("shared1.weight with shape [16, 5]", Assert.Throws<ModelFormatException>(() => NetPredictor.Restore(NetShape.Mlp, 5, state)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_MtbDnn_GivesTheFirstWeightsOfTheModule()
    {
        using var chance = new torch.Generator(3, torch.CPU);
        using var same = new torch.Generator(3, torch.CPU);
        using var net = new MtbDnn2019Net(4);
        net.Initialise(chance);
        var layout = new NetLayout(NetShape.MtbDnn2019, 4);

        Assert.Equal(layout.Load(net.Save()), layout.Draw(same));
    }

    private static double[] Torch(IReadOnlyDictionary<string, WeightTensor> state, torch.Tensor values)
    {
        using var scope = torch.NewDisposeScope();
        foreach (var layer in new[] { "shared1", "shared2", "shared3" })
        {
            values = torch.nn.functional.relu(Dense(layer, values));
        }

        string[] branches = [.. new[] { "branch1", "branch2", "branch3" }.Where(branch => state.ContainsKey(branch + ".score.weight"))];
        var scores = branches.Length == 0
            ? Dense("score", values)
            : torch.cat([.. branches.Select(branch => Dense(branch + ".score", torch.nn.functional.relu6(Dense(branch + ".narrow", values))))], 1);
        return [.. scores.mean([1]).data<float>().Select(score => (double)score)];

        torch.Tensor Dense(string name, torch.Tensor inputs) =>
            torch.nn.functional.linear(inputs, Tensor(state[name + ".weight"]), Tensor(state[name + ".bias"]));

        static torch.Tensor Tensor(WeightTensor weights) => torch.tensor(weights.Values, [.. weights.Shape]);
    }
}
