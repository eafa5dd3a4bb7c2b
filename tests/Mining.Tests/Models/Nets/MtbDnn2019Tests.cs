using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Tests.Builders;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Nets;

public sealed class MtbDnn2019Tests
{
    [Theory]
    [InlineData(15, 587)]
    [InlineData(23, 715)]
    public void State_AnyInputs_HasAsManyNumbersAsThePublishedNet(int inputs, int expected) =>
        Assert.Equal(expected, Fit(Some.Matrix(8, inputs, 1), seed: 1, epochs: 1).State.Values.Sum(tensor => tensor.Values.Length));

    [Fact]
    public void Initialise_AnySeed_DrawsFromPyTorchsRange()
    {
        using var chance = new torch.Generator(3, torch.CPU);
        using var net = new MtbDnn2019Net(15);

        net.Initialise(chance);

        var state = net.Save();
        foreach (var (name, inputs) in new[] { ("shared1", 15), ("shared2", 16), ("shared3", 8), ("branch1.narrow", 8), ("branch3.score", 5) })
        {
            var (bound, weights) = ((float)(1 / Math.Sqrt(inputs)), state[name + ".weight"].Values);
            Assert.All(weights.Concat(state[name + ".bias"].Values), weight => Assert.InRange(weight, -bound, bound));
            // A range that is too narrow would show here.
            Assert.Contains(weights, weight => Math.Abs(weight) > bound / 2);
        }

        Assert.Equal(18, state.Values.Select(tensor => tensor.Values[0]).Distinct().Count());
    }

    [Fact]
    public void Predict_RandomWeightsAndRows_AgreesWithAForwardPassInDouble()
    {
        // Inputs from -20 to 20, so that ReLU6 is cut off at both ends.
        var rows = Some.Matrix(200, 15, 5).Map((value, _) => (value * 40) - 20);
        var chance = new Random(6);
        var shapes = Fit(Some.Matrix(8, 15, 1), seed: 1, epochs: 1).State;
        var state = shapes.ToDictionary(
            tensor => tensor.Key,
            tensor => new WeightTensor(tensor.Value.Shape, Array.ConvertAll(tensor.Value.Values, _ => (float)(chance.NextDouble() - 0.5))));

        var (predicted, plain) = (NetPredictor.Restore(NetShape.MtbDnn2019, 15, state).Predict(rows), new PlainNet(state));

        for (var row = 0; row < rows.Rows; row++)
        {
            Assert.Equal(plain.Score(rows, row), predicted[row], 1e-5);
        }
    }

    [Fact]
    public void Fit_OneEpoch_AgreesWithTheSameTrainingInDouble()
    {
        var (rows, seed) = (Some.Matrix(20, 4, 7), 11);
        double[] targets = [.. rows.Column(0).Select(value => 4 + value)];
        using var chance = new torch.Generator((ulong)seed, torch.CPU);
        using var net = new MtbDnn2019Net(4);
        net.Initialise(chance);
        var plain = new PlainNet(net.Save());
        using var order = torch.randperm(20, generator: chance);

        var trained = new MtbDnn2019(seed, epochs: 1).Fit(rows, targets, null, TestContext.Current.CancellationToken);
        plain.Train(rows, targets, order.data<long>().Select(row => (int)row).Chunk(8));

        foreach (var (name, weights) in plain.Weights)
        {
            Assert.Equal(weights, trained.State[name].Values.Select(value => (double)value), (one, other) => Math.Abs(one - other) < 1e-4);
        }
    }

    [Fact]
    public async Task Fit_SameSeedWhileOthersTrain_GivesTheSameWeightsToTheBit()
    {
        var (rows, token) = (Some.Matrix(60, 15, 1), TestContext.Current.CancellationToken);
        var alone = Fit(rows, seed: 42, epochs: 3);

        var together = await Task.WhenAll(new[] { 42, 7, 42, 8 }.Select(seed => Task.Run(() => Fit(rows, seed, epochs: 3), token)));

        Assert.Equal(Bits(alone), Bits(together[0]));
        Assert.Equal(Bits(alone), Bits(together[2]));
        Assert.NotEqual(Bits(alone), Bits(together[1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)] // 1 and 4 start dead: without a new start they learn the mean and nothing else.
    public void Fit_BentTarget_LearnsMoreThanTheMean(int seed)
    {
        var (training, others) = (Some.Matrix(600, 4, 1), Some.Matrix(300, 4, 2));

        var predicted = new MtbDnn2019(seed).Fit(training, Bent(training), null, TestContext.Current.CancellationToken).Predict(others);

        var mean = Enumerable.Repeat(Bent(training).Average(), others.Rows).ToArray();
        Assert.True(Errors.Of(predicted, Bent(others)).Rmse < 0.75 * Errors.Of(mean, Bent(others)).Rmse, "a quarter less than the error of the mean");

        static double[] Bent(Matrix rows) => [.. Enumerable.Range(0, rows.Rows).Select(row => 4 + Math.Abs(rows[row, 0] - 0.5) - (rows[row, 1] * rows[row, 2]))];
    }

    [Fact]
    public void Fit_NothingToTellRowsApartBy_LearnsOneNumberForAll()
    {
        var same = new Matrix(40, 3).Map((_, _) => 0.5);
        double[] targets = [.. Enumerable.Range(0, 40).Select(row => row % 2 == 0 ? 4 : 5.0)];

        var predicted = new MtbDnn2019(seed: 1).Fit(same, targets, null, TestContext.Current.CancellationToken).Predict(same);

        Assert.Single(predicted.Distinct());
        Assert.InRange(predicted[0], 4, 5);
    }

    [Fact]
    public void Fit_EachEpoch_IsReported()
    {
        var heard = new Heard();

        new MtbDnn2019(seed: 1, epochs: 3).Fit(Some.Matrix(20, 4, 1), new double[20], heard, TestContext.Current.CancellationToken);

        Assert.Equal([(1, 3), (2, 3), (3, 3)], heard.Reports.Select(report => (report.Epoch, report.Epochs)));
        Assert.All(heard.Reports, report => Assert.True(double.IsFinite(report.Loss) && report.Loss >= 0));
    }

    [Fact]
    public async Task Fit_CancelledMidway_EndsWithinAMoment()
    {
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var started = new TaskCompletionSource();
        var training = Task.Run(
            () => new MtbDnn2019(seed: 1, epochs: int.MaxValue).Fit(Some.Matrix(50, 4, 1), new double[50], new Signal(started), cancelling.Token),
            TestContext.Current.CancellationToken);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => training.WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Fit_DivergingLoss_SaysSo()
    {
        var error = Assert.Throws<MiningException>(() =>
            new MtbDnn2019(seed: 1).Fit(Some.Matrix(20, 4, 1), Enumerable.Repeat(1e30, 20).ToArray(), null, TestContext.Current.CancellationToken));

        Assert.Contains("mtb-dnn-2019 diverged in epoch 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_UnusableInput_NamesWhatIsWrong()
    {
        Assert.Contains("0 rows of 15 columns", Refused(new Matrix(0, 15), []), StringComparison.Ordinal);
        Assert.Contains("2 targets for 3 rows", Refused(Some.Matrix(3, 2, 1), [1, 2]), StringComparison.Ordinal);
        Assert.Contains("the target of row 1 is NaN", Refused(Some.Matrix(2, 2, 1), [1, double.NaN]), StringComparison.Ordinal);
        Assert.Contains("row 1, column 0 is NaN", Refused(Some.Rows([1, 2], [double.NaN, 3]), [1, 2]), StringComparison.Ordinal);

        static string Refused(Matrix rows, double[] targets) =>
            Assert.Throws<ArgumentException>(() => new MtbDnn2019(seed: 1).Fit(rows, targets, null, TestContext.Current.CancellationToken)).Message;
    }

    [Fact]
    public void Predict_UnusableInput_NamesWhatIsWrong()
    {
        var predictor = Fit(Some.Matrix(8, 3, 1), seed: 1, epochs: 1);

        Assert.Contains(
            "2 columns where the model has 3", Assert.Throws<ArgumentException>(() => predictor.Predict(new Matrix(1, 2))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "row 0, column 1 is 1E+300",
            Assert.Throws<ArgumentException>(() => predictor.Predict(Some.Rows([0, 1e300, 0]))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_NoRows_GivesNoScores() => Assert.Empty(Fit(Some.Matrix(8, 3, 1), seed: 1, epochs: 1).Predict(new Matrix(0, 3)));

    private static NetPredictor Fit(Matrix rows, int seed, int epochs) =>
        new MtbDnn2019(seed, epochs).Fit(rows, rows.Column(0), null, TestContext.Current.CancellationToken);

    private static int[] Bits(NetPredictor predictor) =>
        [.. predictor.State.OrderBy(tensor => tensor.Key, StringComparer.Ordinal).SelectMany(tensor => tensor.Value.Values).Select(BitConverter.SingleToInt32Bits)];

    private sealed class Heard : IProgress<FitProgress>
    {
        public List<FitProgress> Reports { get; } = [];

        public void Report(FitProgress value) => Reports.Add(value);
    }

    private sealed class Signal(TaskCompletionSource heard) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => heard.TrySetResult();
    }
}
