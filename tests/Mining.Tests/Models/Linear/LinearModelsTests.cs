using CsCheck;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Linear;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.References;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Linear;

public sealed class LinearModelsTests
{
    private const double ClosedForm = 1e-9;

    [Fact]
    public void Linear_CollinearAndConstantColumns_AgreesWithScikitLearn() => AssertAgrees(new LinearRegression(), ClosedForm, "linear");

    [Fact]
    public void Linear_AnyRows_LeavesNoSlopeAndIsTheShortest() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 12], Gen.Int[1, 6]).Sample((seed, count, columns) =>
    {
        // Every column twice: the shortest of all that minimise shares each weight between the two. Often there are fewer rows than columns.
        var (rows, chance) = (Some.Matrix(count, columns, seed).SelectColumns([.. Enumerable.Range(0, columns), .. Enumerable.Range(0, columns)]), new Random(seed));
        double[] targets = [.. Enumerable.Range(0, count).Select(_ => chance.NextDouble())];

        var predictor = (LinearPredictor)Fit(new LinearRegression(), rows, targets);

        var predicted = predictor.Predict(rows);
        for (var column = 0; column < columns; column++)
        {
            Assert.Equal(0, rows.Column(column).Select((value, row) => value * (targets[row] - predicted[row])).Sum(), 1e-6);
            Assert.Equal(predictor.Weights[column], predictor.Weights[columns + column], 1e-6 * (1 + Math.Abs(predictor.Weights[column])));
        }
    });

    [Fact]
    public void Ridge_Alpha1_AgreesWithScikitLearn() => AssertAgrees(new RidgeRegression(), ClosedForm, "ridge");

    [Theory]
    [InlineData("0.001")]
    [InlineData("0.01")]
    [InlineData("1")]
    public void Lasso_Always_IsNearTheOptimum(string alpha)
    {
        var (rows, targets) = (Reference.Rows, Reference.Targets);
        var price = double.Parse(alpha, System.Globalization.CultureInfo.InvariantCulture);

        var ours = Objective(rows, targets, (LinearPredictor)Fit(new LassoRegression(price), rows, targets), price);

        var best = Objective(rows, targets, new LinearPredictor(Reference.Read<double[]>("lasso", alpha, "weights"), Reference.Read<double>("lasso", alpha, "intercept")), price);
        // The gap that it stops at bounds what it may lack.
        Assert.InRange(ours - best, -1e-9, 1e-4 * targets.Sum(y => Math.Pow(y - targets.Average(), 2)) / targets.Length);
    }

    [Theory]
    [InlineData("0.0001")]
    [InlineData("0.001")]
    [InlineData("0.01")]
    [InlineData("1")]
    public void Lasso_Always_StopsWhereScikitLearnDoes(string alpha) =>
        AssertAgrees(new LassoRegression(double.Parse(alpha, System.Globalization.CultureInfo.InvariantCulture)), ClosedForm, "lasso-as-stopped", alpha);

    [Fact]
    public void Lasso_AnyRows_FulfilsItsOptimalityConditions() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Double[0.0005, 0.1]).Sample((seed, alpha) =>
    {
        var (rows, chance) = (Some.Matrix(30, 4, seed), new Random(seed));
        double[] targets = [.. Enumerable.Range(0, 30).Select(row => rows[row, 0] - rows[row, 1] + chance.NextDouble())];

        var predictor = (LinearPredictor)Fit(new LassoRegression(alpha), rows, targets);

        // The last pass moved no weight by more than 1e-4 of the largest, and no squared column is above 30: slopes are that exact.
        var slack = (4 * 1e-4 * predictor.Weights.Max(Math.Abs)) + 1e-12;
        var predicted = predictor.Predict(rows);
        for (var column = 0; column < rows.Columns; column++)
        {
            var slope = rows.Column(column).Select((value, row) => value * (targets[row] - predicted[row])).Sum() / 30;
            var weight = predictor.Weights[column];
            Assert.InRange(slope, weight > 0 ? alpha - slack : -alpha - slack, weight < 0 ? -alpha + slack : alpha + slack);
        }
    });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Price_NotAboveZero_IsRefused(double alpha)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LassoRegression(alpha));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RidgeRegression(alpha));
    }

    [Fact]
    public void Lasso_DearWeights_IsTheMean()
    {
        var predictor = (LinearPredictor)Fit(new LassoRegression(), Reference.Rows, Reference.Targets);

        Assert.All(predictor.Weights, weight => Assert.Equal(0, weight));
        Assert.Equal(Reference.Targets.Average(), predictor.Intercept, ClosedForm);
    }

    [Fact]
    public void Ridge_AnyRows_FulfilsItsNormalEquations() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        var (rows, chance) = (Some.Matrix(30, 4, seed), new Random(seed));
        double[] targets = [.. Enumerable.Range(0, 30).Select(_ => chance.NextDouble())];

        var predictor = (LinearPredictor)Fit(new RidgeRegression(0.5), rows, targets);

        var predicted = predictor.Predict(rows);
        for (var column = 0; column < rows.Columns; column++)
        {
            var slope = rows.Column(column).Select((value, row) => value * (targets[row] - predicted[row])).Sum();
            Assert.Equal(0.5 * predictor.Weights[column], slope, 1e-9);
        }
    });

    private static void AssertAgrees(IRegressor regressor, double tolerance, params string[] name)
    {
        var predictor = (LinearPredictor)Fit(regressor, Reference.Rows, Reference.Targets);

        Assert.Equal(Reference.Read<double[]>([.. name, "weights"]), predictor.Weights, (one, other) => Math.Abs(one - other) < tolerance);
        Assert.Equal(Reference.Read<double>([.. name, "intercept"]), predictor.Intercept, tolerance);
    }

    private static double Objective(Matrix rows, double[] targets, LinearPredictor predictor, double alpha) =>
        (predictor.Predict(rows).Zip(targets, (predicted, truth) => (predicted - truth) * (predicted - truth)).Sum() / (2 * targets.Length)) + (alpha * predictor.Weights.Sum(Math.Abs));

    private static IPredictor Fit(IRegressor regressor, Matrix rows, double[] targets) => regressor.Fit(rows, targets, null, TestContext.Current.CancellationToken);
}
