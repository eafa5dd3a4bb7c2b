using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Tests.Models;
using LiveQuality.Tests;
using Xunit;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Tests.Faces.Training;

[Collection(TorchCollection.Name)]
public sealed class NetTrainerTests : IDisposable
{
    private const int Seed = 5;

    private static readonly TrainingPlan Plan = new(Epochs: 6, BatchSize: 7, LearningRate: 0.05, WeightDecay: 1e-4, Patience: 6);

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.PathOf("net.checkpoint");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fit_LearnableRows_ScoresBetterThanAtFirst()
    {
        using var net = new SmallNet();
        net.Net.eval();
        var first = net.Validate();

        var best = Fit(net, null);

        Assert.True(best > first / 2, $"{first} -> {best}");
        Assert.Equal(best, net.Validate());
    }

    [Fact]
    public void Fit_BySeed_GivesTheSameBitsAndOtherwiseOthers()
    {
        Assert.Equal(Undisturbed(), Undisturbed());
        Assert.NotEqual(Undisturbed(), Undisturbed(seed: Seed + 1));
    }

    [Theory]
    [InlineData(1)] // nothing is kept yet
    [InlineData(2)]
    [InlineData(5)]
    public void Fit_StoppedInAPassAndGoneOn_GivesTheBitsOfAnUndisturbedTraining(int pass)
    {
        Stop(pass);

        // Other first weights: what counts is what the file says. The first pass has no file.
        using var net = new SmallNet(seed: pass == 1 ? 1 : 2);
        var score = Fit(net, new TrainingCheckpoint(Path, "key"));

        using var undisturbed = new SmallNet();
        Assert.Equal(Fit(undisturbed, null), score);
        Assert.Equal(undisturbed.Weights, net.Weights);
    }

    [Fact]
    public void Fit_CheckpointOfATrainingThatIsDone_GivesItsWeightsAtOnce()
    {
        using var trained = new SmallNet();
        Fit(trained, new TrainingCheckpoint(Path, "key"));

        using var net = new SmallNet(seed: 2);
        Fit(net, new TrainingCheckpoint(Path, "key"), validate: _ => throw new InvalidOperationException("there is nothing left to do"));

        Assert.Equal(trained.Weights, net.Weights);
    }

    [Fact]
    public void Fit_ScoresThatAreNoNumbers_GoesOnAndKeepsTheFirstWeights()
    {
        using var first = new SmallNet();
        Stop(3, _ => double.NaN);

        using var net = new SmallNet(seed: 2);
        Fit(net, new TrainingCheckpoint(Path, "key"), validate: _ => double.NaN);

        Assert.Equal(first.Weights, net.Weights);
    }

    [Fact]
    public void Fit_CheckpointOfAnotherTraining_IsIgnored()
    {
        Stop(4);

        using var net = new SmallNet();
        Fit(net, new TrainingCheckpoint(Path, "other key"));

        Assert.Equal(Undisturbed(), net.Weights);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(200)]
    [InlineData(-1)]
    public void Fit_CheckpointCutOff_IsOneMessageThatNamesTheFile(int length)
    {
        Stop(4);
        var bytes = File.ReadAllBytes(Path);
        File.WriteAllBytes(Path, length < 0 ? bytes[..^-length] : bytes[..length]);

        AssertDamaged();
    }

    [Theory]
    [InlineData("numbers")]
    [InlineData("score")]
    [InlineData("now.linear.weight")]
    [InlineData("best.norm.running_mean")]
    [InlineData("adam.3")]
    public void Fit_CheckpointWithoutATensor_IsOneMessageThatNamesTheFile(string name)
    {
        Stop(4);
        var state = SafeTensors.Read(File.ReadAllBytes(Path)).Where(entry => entry.Key != name).ToDictionary();
        File.WriteAllBytes(Path, SafeTensors.Write(state));

        AssertDamaged();
    }

    [Fact]
    public void Fit_LossThatIsNoNumber_SaysInWhichPass()
    {
        using var net = new SmallNet();
        var batches = 0;

        var refused = Assert.Throws<MiningException>(() => new NetTrainer(Plan, Seed, null).Fit(
            net.Net, net.Chance, SmallNet.Rows, (batch, random) => ++batches > 3 ? net.Loss(batch, random).neg().sqrt() : net.Loss(batch, random), net.Validate, null, CancellationToken.None));

        // Three batches a pass.
        Assert.StartsWith("the training diverged in epoch 2: the loss is", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_BestPassInTheMiddle_EndsWithItsWeights()
    {
        using var net = new SmallNet();
        var seen = new List<Dictionary<string, float[]>>();

        var best = Fit(net, null, validate: epoch =>
        {
            seen.Add(net.Weights);
            return epoch == 3 ? 1 : 0;
        });

        Assert.Equal((1, 6), (best, seen.Count));
        Assert.Equal(seen[2], net.Weights);
        Assert.False(net.Net.training);
    }

    [Fact]
    public void Fit_NothingBetterForAsLongAsPatienceLasts_Stops()
    {
        using var net = new SmallNet();
        var epochs = 0;

        Fit(net, null, plan: Plan with { Patience = 2 }, validate: epoch => epochs = epoch);
        var ever = epochs;
        Fit(net, null, plan: Plan with { Patience = 2 }, validate: epoch => -(epochs = epoch));

        // The first pass is the best, two more are waited for.
        Assert.Equal((6, 3), (ever, epochs));
    }

    [Theory]
    [InlineData(7, 3, 7)]
    [InlineData(24, 1, 24)]
    [InlineData(100, 1, 24)] // fewer than a batch
    public void Fit_RowsOfAPass_AreWholeBatchesWithoutAnyTwice(int size, int batches, int expected)
    {
        using var net = new SmallNet();
        var drawn = new List<int[]>();

        new NetTrainer(Plan with { Epochs = 1, BatchSize = size }, Seed, null).Fit(
            net.Net, net.Chance, SmallNet.Rows, (batch, random) => Remembered(batch, random), net.Validate, null, CancellationToken.None);

        Assert.Equal(Enumerable.Repeat(expected, batches), drawn.Select(batch => batch.Length));
        Assert.Distinct(drawn.SelectMany(batch => batch));

        Tensor Remembered(int[] batch, Random random)
        {
            drawn.Add(batch);
            return net.Loss(batch, random);
        }
    }

    private static double Fit(SmallNet net, TrainingCheckpoint? checkpoint, int seed = Seed, TrainingPlan? plan = null, Func<int, double>? validate = null)
    {
        var epoch = 0;
        return new NetTrainer(plan ?? Plan, seed, checkpoint).Fit(
            net.Net, net.Chance, SmallNet.Rows, net.Loss, () => validate?.Invoke(++epoch) ?? net.Validate(), null, TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, float[]> Undisturbed(int seed = Seed)
    {
        using var net = new SmallNet();
        Fit(net, null, seed);
        return net.Weights;
    }

    // Ends it in the midst of a pass.
    private void Stop(int pass, Func<int, double>? validate = null)
    {
        using var net = new SmallNet();
        using var stop = new CancellationTokenSource();
        var (batches, epoch) = (0, 0);
        Assert.ThrowsAny<OperationCanceledException>(() => new NetTrainer(Plan, Seed, new TrainingCheckpoint(Path, "key")).Fit(
            net.Net, net.Chance, SmallNet.Rows, Loss, () => validate?.Invoke(++epoch) ?? net.Validate(), null, stop.Token));

        Tensor Loss(int[] batch, Random random)
        {
            // Three batches a pass; the second of this one is the last.
            if (++batches == (3 * (pass - 1)) + 2)
            {
                stop.Cancel();
            }

            return net.Loss(batch, random);
        }
    }

    private void AssertDamaged()
    {
        using var net = new SmallNet();
        var refused = Assert.Throws<MiningException>(() => Fit(net, new TrainingCheckpoint(Path, "key")));
        Assert.StartsWith($"{Path}: this checkpoint is damaged", refused.Message, StringComparison.Ordinal);
    }
}
