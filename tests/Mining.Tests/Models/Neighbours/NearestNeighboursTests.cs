using CsCheck;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Constant;
using LiveQuality.Mining.Models.Neighbours;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.References;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Neighbours;

public sealed class NearestNeighboursTests
{
    [Fact]
    public void Predict_FiveNeighbours_AgreesWithScikitLearn()
    {
        var predicted = new NearestNeighbours(5).Fit(Reference.Rows, Reference.Targets, null, TestContext.Current.CancellationToken).Predict(Reference.Asked);

        Assert.Equal(Reference.Read<double[]>("knn"), predicted, (one, other) => Math.Abs(one - other) < 1e-12);
    }

    [Fact]
    public void Predict_EquallyFar_TakesTheEarlierRow()
    {
        var predictor = new NearestNeighbours(1).Fit(Some.Rows([1], [3], [1]), [10, 20, 30], null, TestContext.Current.CancellationToken);

        Assert.Equal([10, 10], predictor.Predict(Some.Rows([2], [1])));
    }

    [Fact]
    public void Predict_AnyRows_TakesTheFirstOfTheSorted() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 40], Gen.Int[1, 40]).Sample((seed, rows, asked) =>
    {
        var chance = new Random(seed);
        // Few different numbers: many rows are equally far.
        var (known, unknown) = (new Matrix(rows, 3).Map((_, _) => chance.Next(3)), new Matrix(asked, 3).Map((_, _) => chance.Next(3)));
        var neighbours = chance.Next(1, rows + 1);
        double[] targets = [.. Enumerable.Range(0, rows).Select(_ => (double)chance.Next(1000))];

        var predicted = new NearestNeighbours(neighbours).Fit(known, targets, null, TestContext.Current.CancellationToken).Predict(unknown);

        var sorted = Enumerable.Range(0, asked).Select(row => Enumerable.Range(0, rows).OrderBy(other => Distance(unknown, row, known, other)).Take(neighbours).Average(other => targets[other]));
        Assert.Equal(sorted, predicted);
    });

    [Fact]
    public void Predict_AsManyNeighboursAsRows_IsTheMean()
    {
        var (rows, targets) = (Reference.Rows, Reference.Targets);

        var predicted = new NearestNeighbours(rows.Rows).Fit(rows, targets, null, TestContext.Current.CancellationToken).Predict(Reference.Asked);

        var mean = ConstantRegressor.Mean.Fit(rows, targets, null, TestContext.Current.CancellationToken).Predict(Reference.Asked);
        Assert.Equal(mean, predicted, (one, other) => Math.Abs(one - other) < 1e-12);
    }

    [Fact]
    public void Fit_FewerRowsThanNeighbours_SaysSo()
    {
        var exception = Assert.Throws<MiningException>(() => new NearestNeighbours(3).Fit(Some.Rows([1], [2]), [1, 2], null, TestContext.Current.CancellationToken));

        Assert.Equal("knn needs at least 3 rows to learn from, there are 2", exception.Message);
    }

    [Fact]
    public void Create_NoNeighbours_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new NearestNeighbours(0));

    private static double Distance(Matrix one, int row, Matrix other, int otherRow) => Enumerable.Range(0, one.Columns).Sum(column => Math.Pow(one[row, column] - other[otherRow, column], 2));
}
