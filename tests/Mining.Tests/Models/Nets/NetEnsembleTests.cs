using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Tests.Builders;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Nets;

[Collection(TorchCollection.Name)]
public sealed class NetEnsembleTests
{
    // 40 fill their batches; 37, 9 and 3 leave a part of one.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fit_SeveralSeedsAndSizes_GivesTheWeightsOfSingleTrainings(bool redrawDead)
    {
        NetTraining[] trainings = [.. new[] { 9, 40, 37, 3, 40, 37 }.Select((rows, seed) => Training(rows, seed))];

        var together = Fit(NetShape.MtbDnn2019, 6, trainings, redrawDead);

        foreach (var (net, training) in together.Zip(trainings))
        {
            var alone = new MtbDnn2019(training.Seed, 6, redrawDead).Fit(training.Rows.Features, training.Rows.Targets, null, TestContext.Current.CancellationToken);
            AssertClose(alone.State, State(net));
        }
    }

    [Fact]
    public void Fit_DeadStarts_AreDrawnAnewAndGiveTheWeightsOfSingleTrainings()
    {
        NetTraining[] trainings = [.. Enumerable.Range(0, 8).Select(seed => Training(200, seed))];

        var together = Fit(NetShape.MtbDnn2019, 4, trainings, redrawDead: true);

        Assert.Contains(together, net => net.Starts > 1);
        Assert.Contains(together, net => net.Starts == 1);
        foreach (var (net, training) in together.Zip(trainings))
        {
            AssertClose(new MtbDnn2019(training.Seed, 4).Fit(training.Rows.Features, training.Rows.Targets, null, TestContext.Current.CancellationToken).State, State(net));
        }
    }

    [Fact]
    public void Fit_DeadStartsKept_SaysWhichAreDeadAndStartsOnce()
    {
        NetTraining[] trainings = [.. Enumerable.Range(0, 8).Select(seed => Training(200, seed))];

        var kept = Fit(NetShape.MtbDnn2019, 4, trainings, redrawDead: false);

        Assert.All(kept, net => Assert.Equal(1, net.Starts));
        Assert.Contains(kept, net => net.IsDead);
        Assert.Contains(kept, net => !net.IsDead);
    }

    [Fact]
    public void Fit_Mlp_GivesTheWeightsOfAModuleTrainedByAutograd()
    {
        NetTraining[] trainings = [.. new[] { 40, 21 }.Select((rows, seed) => Training(rows, seed + 5))];

        var together = Fit(NetShape.Mlp, 3, trainings, redrawDead: false);

        foreach (var (net, training) in together.Zip(trainings))
        {
            AssertClose(TrainedByAutograd(training, epochs: 3), State(net));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fit_Again_GivesTheSameBits(bool isMlp)
    {
        var shape = isMlp ? NetShape.Mlp : NetShape.MtbDnn2019;
        NetTraining[] trainings = [Training(40, 1), Training(21, 2)];

        Assert.Equal(Bits(Fit(shape, 3, trainings, true)), Bits(Fit(shape, 3, trainings, true)));

        static IEnumerable<int> Bits(IReadOnlyList<TrainedNet> nets) => nets.SelectMany(net => State(net).Values.SelectMany(tensor => tensor.Values)).Select(BitConverter.SingleToInt32Bits);
    }

    [Fact]
    public void Fit_ValidationRows_KeepsTheWeightsOfTheBestEpoch()
    {
        var (training, validation) = (Training(40, 3), Training(30, 4).Rows);
        double[] errors = [.. Enumerable.Range(1, 8).Select(epochs => Error(Fit(NetShape.Mlp, epochs, [training], false)[0]))];
        var best = Array.IndexOf(errors, errors.Min()) + 1;

        var kept = Fit(NetShape.Mlp, 8, [training with { Validation = validation }, training], redrawDead: false);

        Assert.Equal([best, 8], kept.Select(net => net.Epoch));
        Assert.Equal(errors.Min(), Error(kept[0]), 1e-5);

        double Error(TrainedNet net) => net.Predictor.Predict(validation.Features).Zip(validation.Targets, (score, target) => Math.Pow(score - target, 2)).Average();
    }

    [Fact]
    public void Fit_UnusableInput_NamesWhatIsWrong()
    {
        Assert.Contains("no trainings", Refused(), StringComparison.Ordinal);
        Assert.Contains("not all rows have 4 columns", Refused(Training(9, 1), new NetTraining(new(Some.Matrix(2, 3, 1), [1, 2]), null, 1)), StringComparison.Ordinal);
        Assert.Contains("0 rows of 4 columns", Refused(Training(9, 1) with { Validation = new(new Matrix(0, 4), []) }), StringComparison.Ordinal);

        static string Refused(params NetTraining[] trainings) => Assert.Throws<ArgumentException>(() => Fit(NetShape.Mlp, 1, trainings, true)).Message;
    }

    [Fact]
    public void Fit_DivergingOrCancelled_EndsAndLeavesNoTensorBehind()
    {
        var training = Training(20, 1);
        Fit(NetShape.Mlp, 1, [training], true);
        var before = torch.Tensor.TotalCount;

        var error = Assert.Throws<MiningException>(() => Fit(NetShape.Mlp, 1, [new NetTraining(new(training.Rows.Features, [.. Enumerable.Repeat(1e30, 20)]), null, 1)], true));
        Assert.ThrowsAny<OperationCanceledException>(() => new NetEnsemble(NetShape.Mlp).Fit([training], null, new CancellationToken(canceled: true)));
        Fit(NetShape.MtbDnn2019, 2, [training, Training(9, 2)], true);

        Assert.Contains("mlp diverged in pass 1", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    private static IReadOnlyList<TrainedNet> Fit(NetShape shape, int epochs, IReadOnlyList<NetTraining> trainings, bool redrawDead) =>
        new NetEnsemble(shape, epochs, redrawDead).Fit(trainings, null, TestContext.Current.CancellationToken);

    private static NetTraining Training(int rows, int seed)
    {
        var features = Some.Matrix(rows, 4, seed + 100);
        return new NetTraining(new(features, [.. features.Column(0).Select(value => 4 + value)]), null, seed);
    }

    private static IReadOnlyDictionary<string, WeightTensor> State(TrainedNet net) => ((IStorablePredictor)net.Predictor).State;

    private static void AssertClose(IReadOnlyDictionary<string, WeightTensor> expected, IReadOnlyDictionary<string, WeightTensor> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, tensor => Assert.Equal(tensor.Value.Values, actual[tensor.Key].Values, (one, other) => Math.Abs(one - other) < 1e-4));
    }

    // TorchSharp's own layers and autograd; only the drawing of the first weights is Dense's, as published.
    private static Dictionary<string, WeightTensor> TrainedByAutograd(NetTraining training, int epochs)
    {
        using var scope = torch.NewDisposeScope();
        using var chance = new torch.Generator((ulong)training.Seed, torch.CPU);
        (string Name, Dense Layer)[] layers = [("shared1", new Dense(4, 16)), ("shared2", new Dense(16, 8)), ("shared3", new Dense(8, 8)), ("score", new Dense(8, 1))];
        foreach (var (_, layer) in layers)
        {
            layer.Initialise(chance);
        }

        using var adam = new Adam(layers.SelectMany(layer => layer.Layer.parameters()), 0.01, 1e-5);
        var (rows, targets) = (training.Rows.Features.ToTensor(), torch.tensor([.. training.Rows.Targets.Select(target => (float)target)], training.Rows.Targets.Count, 1));
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var batch in torch.randperm(rows.shape[0], generator: chance).data<long>().ToArray().Chunk(8))
            {
                var (values, order) = (rows, torch.tensor(batch));
                values = values.index_select(0, order);
                foreach (var (_, layer) in layers[..^1])
                {
                    values = torch.nn.functional.relu(layer.forward(values));
                }

                adam.ZeroGradients();
                torch.nn.functional.mse_loss(layers[^1].Layer.forward(values), targets.index_select(0, order)).backward();
                adam.Step();
            }
        }

        var state = layers.SelectMany(layer => layer.Layer.named_parameters().Select(parameter => (Name: $"{layer.Name}.{parameter.name}", Value: parameter.parameter)))
            .ToDictionary(parameter => parameter.Name, parameter => new WeightTensor(parameter.Value.shape, [.. parameter.Value.detach().data<float>()]));
        Array.ForEach(layers, layer => layer.Layer.Dispose());
        return state;
    }
}
