using CsCheck;
using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Linear;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.Models;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Heads;

[Collection(TorchCollection.Name)]
public sealed class WhiteningTests
{
    private static readonly FeatureBlock[] TwoBlocks = [new("one", 3), new("two", 4)];

    [Fact]
    public void Apply_TheTrainingRows_HaveMeanZeroAndUnitCovarianceInEachBlock() => Gen.Select(Gen.Int[0, 1000], Gen.Int[20, 60]).Sample((seed, count) =>
    {
        var rows = Some.Matrix(count, 7, seed);

        var white = Whitening.Fit(rows, TwoBlocks).Apply(rows);

        for (var one = 0; one < 7; one++)
        {
            Assert.Equal(0, white.Column(one).Average(), 1e-4);
            for (var other = 0; other < 7; other++)
            {
                if (one < 3 == other < 3)
                {
                    Assert.Equal(one == other ? 1 : 0, white.Column(one).Zip(white.Column(other), (x, y) => x * y).Average(), 1e-3);
                }
            }
        }
    }, iter: 30);

    [Fact]
    public void Apply_AnotherBlockChanges_LeavesThisOneAlone()
    {
        var rows = Some.Matrix(30, 7, 1);

        var (plain, loud) = (Whitening.Fit(rows, TwoBlocks).Apply(rows), Whitening.Fit(Loud(rows), TwoBlocks).Apply(Loud(rows)));

        Assert.Equal(plain.SelectColumns([0, 1, 2]).Values, loud.SelectColumns([0, 1, 2]).Values);

        static Matrix Loud(Matrix matrix) => matrix.Map((value, column) => column < 3 ? value : 1000 * value * value);
    }

    [Fact]
    public void Apply_ConstantBlock_IsZero()
    {
        var rows = Some.Matrix(30, 7, 1).Map((value, column) => column < 3 ? 0.25 : value);

        var white = Whitening.Fit(rows, TwoBlocks).Apply(Some.Matrix(5, 7, 2));

        Assert.All(white.SelectColumns([0, 1, 2]).Values.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void State_ReadBack_GivesTheSameBits()
    {
        var rows = Some.Matrix(30, 7, 1);
        var whitening = Whitening.Fit(rows, TwoBlocks);

        var read = new Whitening(SafeTensors.Read(SafeTensors.Write(whitening.State)));

        Assert.Equal(whitening.Apply(rows).Values, read.Apply(rows).Values);
    }

    [Fact]
    public void Fit_BlocksThatDoNotCoverTheColumns_AreRefused() => Assert.Throws<ArgumentException>(() => Whitening.Fit(Some.Matrix(5, 8, 1), TwoBlocks));

    // The trap, first half: one penalty for all columns takes what is quiet for noise, and the evidence has a hill there.
    [Fact]
    public void BayesianRidge_SignalInQuietDirections_NeedsWhiteningOrSeveralStarts()
    {
        var (learning, fresh) = (BayesianRidgeTests.Hidden(1), BayesianRidgeTests.Hidden(2));
        var standardised = Standardised(learning.Rows);
        var whitening = Whitening.Fit(learning.Rows, [new("all", learning.Rows.Columns)]);

        var plain = Quality(standardised, []);
        var severalStarts = Quality(standardised, [.. BayesianRidge.WideStarts]);
        var white = Quality(whitening.Apply, []);

        Assert.InRange(plain, 0, 0.5);
        Assert.InRange(severalStarts, 0.95, 1);
        Assert.InRange(white, 0.95, 1);

        double Quality(Func<Matrix, Matrix> prepare, double[] starts) =>
            Agreement.Pearson(BayesianRidgeTests.Fit(prepare(learning.Rows), learning.Scores, starts).Predict(prepare(fresh.Rows)), fresh.Scores);
    }

    // The trap, second half: what was quiet in training and says nothing gets large weights when they cost nothing; elsewhere it may be loud.
    [Fact]
    public void Ridge_HardlyAnyPenalty_ExplodesOnAnotherPopulation()
    {
        var learning = Population.Draw(200, 1, (10, 1, 0.3), (30, 1e-4, 0));
        var (same, other) = (Population.Draw(400, 2, (10, 1, 0.3), (30, 1e-4, 0)), Population.Draw(400, 3, (10, 1, 0.3), (30, 0.1, 0)));

        var (free, evidence) = (new RidgeRegression(1e-10).Fit(learning.Rows, learning.Scores, null, TestContext.Current.CancellationToken), BayesianRidgeTests.Fit(learning.Rows, learning.Scores));

        Assert.InRange(Quality(free, same), 0.9, 1);
        Assert.InRange(Quality(free, other), -0.3, 0.3);
        Assert.InRange(Quality(evidence, other), 0.9, 1);

        static double Quality(IPredictor predictor, Population population) => Agreement.Pearson(predictor.Predict(population.Rows), population.Scores);
    }

    private static Func<Matrix, Matrix> Standardised(Matrix rows)
    {
        var columns = Enumerable.Range(0, rows.Columns).Select(rows.Column).ToArray();
        var means = columns.Select(values => values.Average()).ToArray();
        var deviations = columns.Select((values, column) => Math.Sqrt(values.Average(value => Math.Pow(value - means[column], 2)))).ToArray();
        return matrix => matrix.Map((value, column) => (value - means[column]) / deviations[column]);
    }
}
