using CsCheck;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.Models;
using LiveQuality.Mining.Tests.References;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Heads;

[Collection(TorchCollection.Name)]
public sealed class SoftmaxRegressionTests
{
    [Theory]
    [InlineData("hard")]
    [InlineData("soft")]
    public void Fit_WeightedRows_AgreesWithScikitLearn(string kind)
    {
        var learnt = new SoftmaxRegression(FacesReference.Read<double>("softmax", kind, "c"))
            .Fit(Rows(kind, "x"), Votes(kind), FacesReference.Numbers("softmax", kind, "sampleWeights"), null, TestContext.Current.CancellationToken);

        var probabilities = learnt.Predict(Rows(kind, "asked"));

        // scikit-learn's products are in 64 bits; slopes from 32-bit ones are flat a little earlier.
        Assert.Equal(Rows(kind, "probabilities").Values.ToArray(), probabilities.Values.ToArray(), (one, other) => Math.Abs(one - other) < 5e-4);
    }

    [Fact]
    public void Fit_AnyRows_PredictsTheClassesAsOftenAsTheyAre() => Gen.Select(Gen.Int[0, 1000], Gen.Int[20, 60]).Sample((seed, count) =>
    {
        var (rows, targets) = (Some.Matrix(count, 4, seed), Targets(count, seed));

        var probabilities = Fit(rows, targets).Predict(rows);

        // The free intercepts' slope is 0 at the minimum: a law of maximum likelihood.
        for (var at = 0; at < 3; at++)
        {
            Assert.Equal(targets.Column(at).Average(), probabilities.Column(at).Average(), 1e-4);
        }

        for (var row = 0; row < count; row++)
        {
            Assert.Equal(1, probabilities.Row(row).ToArray().Sum(), 1e-12);
        }
    }, iter: 30);

    [Fact]
    public void Fit_RowOfWeightTwo_CountsAsTwoRows()
    {
        var (rows, targets) = (Some.Matrix(20, 4, 1), Targets(20, 1));
        int[] twice = [.. Enumerable.Range(0, 20), 7];

        var weighted = new SoftmaxRegression().Fit(rows, targets, [.. Enumerable.Range(0, 20).Select(row => row == 7 ? 2.0 : 1)], null, TestContext.Current.CancellationToken);
        var repeated = Fit(rows.SelectRows(twice), targets.SelectRows(twice));

        Assert.Equal(repeated.Predict(rows).Values.ToArray(), weighted.Predict(rows).Values.ToArray(), (one, other) => Math.Abs(one - other) < 1e-4);
    }

    [Fact]
    public void Fit_Progress_FallsAllTheWay()
    {
        var losses = new List<double>();

        new SoftmaxRegression().Fit(Rows("soft", "x"), Votes("soft"), null, new Listener(losses), TestContext.Current.CancellationToken);

        Assert.True(losses.Count > 2);
        Assert.Equal(losses.OrderDescending(), losses);
    }

    [Fact]
    public void Fit_Cancelled_Ends() => Assert.Throws<OperationCanceledException>(
        () => new SoftmaxRegression().Fit(Rows("soft", "x"), Votes("soft"), null, null, new CancellationToken(true)));

    [Fact]
    public void State_ReadBack_GivesTheSameBits()
    {
        var learnt = Fit(Rows("soft", "x"), Votes("soft"));

        var read = new SoftmaxPredictor(SafeTensors.Read(SafeTensors.Write(learnt.State)));

        Assert.Equal(learnt.Predict(Rows("soft", "asked")).Values, read.Predict(Rows("soft", "asked")).Values);
    }

    [Fact]
    public void Fit_Twice_GivesTheSameBits() =>
        Assert.Equal(SafeTensors.Write(Fit(Rows("soft", "x"), Votes("soft")).State), SafeTensors.Write(Fit(Rows("soft", "x"), Votes("soft")).State));

    [Theory]
    [InlineData(0.5, 0.4)]
    [InlineData(1.5, -0.5)]
    [InlineData(double.NaN, 1)]
    public void Fit_TargetThatIsNoDistribution_NamesTheRow(double first, double second)
    {
        var targets = Some.Rows([1, 0], [first, second]);

        Assert.Contains("row 1", Assert.Throws<ArgumentException>(() => Fit(Some.Matrix(2, 3, 1), targets)).Message, StringComparison.Ordinal);
    }

    private static SoftmaxPredictor Fit(Matrix rows, Matrix targets) => new SoftmaxRegression().Fit(rows, targets, null, null, TestContext.Current.CancellationToken);

    private static Matrix Targets(int count, int seed)
    {
        var votes = Some.Matrix(count, 3, seed + 1);
        var targets = new Matrix(count, 3);
        for (var row = 0; row < count; row++)
        {
            for (var at = 0; at < 3; at++)
            {
                targets[row, at] = votes[row, at] / votes.Row(row).ToArray().Sum();
            }
        }

        return targets;
    }

    private static Matrix Rows(string kind, string name) => FacesReference.Rows("softmax", kind, name);

    private static Matrix Votes(string kind) => Rows(kind, "votes").Map((votes, _) => votes / 10);

    private sealed class Listener(List<double> losses) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => losses.Add(value.Loss);
    }
}
