using CsCheck;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Trees;
using LiveQuality.Mining.Tests.Builders;
using Microsoft.ML;
using Microsoft.ML.Data;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Trees;

public sealed class TreesTests
{
    private static readonly Matrix Rows = Some.Matrix(400, 3, 1);
    private static readonly Matrix Asked = Some.Matrix(100, 3, 2);

    // A step in the first column; the others say nothing.
    private static readonly double[] Targets = [.. Enumerable.Range(0, Rows.Rows).Select(row => Rows[row, 0] > 0.5 ? 5.0 : 3.0)];

    public static TheoryData<string> Kinds => ["random-forest", "boosting"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Predict_PlantedStep_IsFound(string kind)
    {
        var predicted = Fit(kind).Predict(Asked);

        var errors = predicted.Select((value, row) => Math.Abs(value - (Asked[row, 0] > 0.5 ? 5 : 3)));
        Assert.InRange(errors.Average(), 0, 0.1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fit_Twice_GivesTheSameBits(string kind) => Assert.Equal(Fit(kind).Predict(Asked), Fit(kind).Predict(Asked));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Predict_OnSeveralThreads_GivesTheSameBits(string kind)
    {
        var predictor = Fit(kind);
        var alone = predictor.Predict(Asked);

        var together = Enumerable.Range(0, 8).AsParallel().Select(_ => predictor.Predict(Asked)).ToArray();

        Assert.All(together, predicted => Assert.Equal(alone, predicted));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Predict_Always_SaysWhatMlNetSays(string kind)
    {
        var context = new MLContext(seed: 0);
        var rows = TreeRow.View(context, Rows, Targets);
        var model = kind == "boosting" ? (ITransformer)GradientBoosting.Trainer(context, new BoostingOptions()).Fit(rows) : RandomForest.Trainer(context).Fit(rows);
        var theirs = model.Transform(TreeRow.View(context, Asked, new double[Asked.Rows])).GetColumn<float>("Score").Select(score => (double)score);

        Assert.Equal(theirs, Fit(kind).Predict(Asked));
    }

    [Theory]
    [InlineData("random-forest", 1)]
    [InlineData("random-forest", 2)]
    [InlineData("random-forest", 9)]
    [InlineData("boosting", 1)]
    [InlineData("boosting", 2)]
    [InlineData("boosting", 39)]
    public void Predict_TooFewRowsForATree_IsTheMean(string kind, int rows)
    {
        var predicted = Fit(kind, Rows.SelectRows([.. Enumerable.Range(0, rows)]), Targets[..rows]).Predict(Asked);

        Assert.All(predicted, value => Assert.Equal(Targets[..rows].Average(), value, 1e-6));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Predict_ConstantColumns_IsTheMean(string kind)
    {
        var predicted = Fit(kind, new Matrix(Rows.Rows, 3), Targets).Predict(Asked);

        Assert.All(predicted, value => Assert.Equal(Targets.Average(), value, 1e-6));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Predict_NothingToSplitAndMeanZero_IsZero(string kind) => Assert.All(Fit(kind, Rows.SelectRows([0, 1]), [-1, 1]).Predict(Asked), value => Assert.Equal(0, value));

    [Fact]
    public void Predict_ForestOfTwentyRows_TellsLowFromHigh()
    {
        var line = new Matrix(20, 1);
        for (var row = 0; row < line.Rows; row++)
        {
            line[row, 0] = row;
        }

        var predicted = Fit("random-forest", line, line.Column(0)).Predict(line);

        Assert.Equal(predicted.Order(), predicted);
        Assert.InRange(predicted[19] - predicted[0], 5, 19);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Predict_AnyFewRows_StaysWithinTheTargets(string kind) => Gen.Select(Gen.Int[1, 39], Gen.Int[1, 3], Gen.Int[0, 1_000_000]).Sample(
        (count, columns, seed) =>
        {
            // Few different values: ties and constant columns are common.
            var rows = Some.Matrix(count, columns, seed).Map((value, _) => Math.Floor(3 * value));
            var targets = Some.Matrix(count, 1, seed + 1).Column(0);

            var predicted = Fit(kind, rows, targets).Predict(Some.Matrix(20, columns, seed + 2).Map((value, _) => 5 * value));

            Assert.All(predicted, value => Assert.InRange(value, targets.Min() - 1e-6, targets.Max() + 1e-6));
        },
        iter: 25,
        seed: "0N0XIzNsQ0O2",
        threads: 1);

    private static IPredictor Fit(string kind) => Fit(kind, Rows, Targets);

    private static IPredictor Fit(string kind, Matrix rows, double[] targets)
    {
        IRegressor regressor = kind == "boosting" ? new GradientBoosting() : new RandomForest();
        Assert.Equal(kind, regressor.Kind);
        return regressor.Fit(rows, targets, null, TestContext.Current.CancellationToken);
    }
}
