using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Scoring.Reasons;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Reasons;

public sealed class ExplainerTests
{
    private const int Columns = 6;

    private static readonly string[] Names = [.. Enumerable.Range(0, Columns).Select(column => $"c{column}")];

    [Theory]
    [InlineData(0)]
    [InlineData(0.6)]
    [InlineData(1)]
    public void Explain_AnyLive_SumsToPredictionLessBase(double share)
    {
        var (rows, model, baseline) = Toy(1, share);
        var explainer = new Explainer(model, baseline, Names, pairs: 2);

        var points = explainer.Explain(rows, TestContext.Current.CancellationToken);

        Assert.Equal(model.Predict(Matrix.Of(1, Columns, baseline))[0], explainer.Base);
        Assert.All(model.Predict(rows), (predicted, row) => Assert.Equal(predicted, explainer.Base + points.Row(row).ToArray().Sum(), 1e-9));
    }

    [Fact]
    public void Explain_TreesAlone_IsExact()
    {
        var (rows, model, baseline) = Toy(2, share: 0);
        var explainer = new Explainer(model, baseline, Names, pairs: 1);

        for (var row = 0; row < 40; row++)
        {
            Same(BruteForce.Shapley(model, rows.Row(row), baseline), explainer.Explain(rows.Row(row)), 1e-9);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(70)]
    public void NetShares_AllOrders_AreExact(int width)
    {
        var (rows, model, baseline) = Toy(3, share: 1, width);
        var nets = new NetShares(model.Nets, baseline, Orders([.. Enumerable.Range(0, Columns)]));

        for (var row = 0; row < 10; row++)
        {
            var points = new double[Columns];
            nets.Add(rows.Row(row), 1, points, nets.NewScratch());
            Same(BruteForce.Shapley(model, rows.Row(row), baseline), points, 2e-5);
        }
    }

    [Fact]
    public void Explain_ManyPairs_ComesNearTheExactValues()
    {
        var (rows, model, baseline) = Toy(4, share: 0.7);
        var (few, many) = (new Explainer(model, baseline, Names, pairs: 1), new Explainer(model, baseline, Names, pairs: 400));
        double fewOff = 0, manyOff = 0;

        for (var row = 0; row < 20; row++)
        {
            var exact = BruteForce.Shapley(model, rows.Row(row), baseline);
            fewOff += Off(exact, few.Explain(rows.Row(row)));
            manyOff += Off(exact, many.Explain(rows.Row(row)));
        }

        Assert.True(fewOff > 0);
        Assert.InRange(manyOff, 0, fewOff / 50);
    }

    [Fact]
    public void Explain_ColumnThatNothingLooksAt_GetsNothing()
    {
        var rows = ToyModel.Rows(new Random(5), 50, Columns);
        var model = ToyModel.Random(new Random(5), rows, 0.5, idle: 2);
        var explainer = new Explainer(model, rows.Row(0).ToArray(), Names);

        var points = explainer.Explain(rows, TestContext.Current.CancellationToken);

        Assert.All(points.Column(2), value => Assert.Equal(0, value));
        Assert.Contains(points.Column(1), value => value != 0);
    }

    [Fact]
    public void Explain_ValueOfTheBaseline_GetsNothing()
    {
        var (rows, model, baseline) = Toy(6, share: 0.5);
        var row = rows.Row(7).ToArray();
        (row[1], row[3]) = (baseline[1], baseline[3] = double.NaN);
        row[3] = double.NaN;
        var explainer = new Explainer(model, baseline, Names);

        var points = explainer.Explain(row);

        Assert.Equal((0.0, 0.0), (points[1], points[3]));
        Assert.All(explainer.Explain(baseline), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Explain_LinearModel_GivesFactorTimesChangeAndEqualColumnsTheSame()
    {
        var rows = Matrix.Of(2, 3, [0, 0, 0, 1, 1, 1]);
        var explainer = new Explainer(ToyModel.Linear(rows, [0.5, 0.5, -2]), [0, 0, 0.25], ["a", "b", "c"], pairs: 1);

        var points = explainer.Explain([0.75, 0.75, 0.75]);

        Same([0.375, 0.375, -1], points, 1e-4);
        Assert.Equal(points[0], points[1], 1e-4);
    }

    [Fact]
    public void Explain_OneByOneAndTogether_AreEqualToTheBit()
    {
        var (rows, model, baseline) = Toy(8, share: 0.5);
        var together = new Explainer(model, baseline, Names).Explain(rows, TestContext.Current.CancellationToken);
        var alone = new Explainer(model, baseline, Names);

        for (var row = 0; row < rows.Rows; row++)
        {
            Assert.Equal(together.Row(row), alone.Explain(rows.Row(row)));
        }
    }

    [Fact]
    public void Explainer_WrongWidths_AreRefused()
    {
        var (_, model, baseline) = Toy(9, share: 0.5);

        Assert.Throws<ArgumentException>(() => new Explainer(model, baseline[1..], Names));
        Assert.Throws<ArgumentException>(() => new Explainer(model, baseline, Names[1..]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Explainer(model, baseline, Names, pairs: 0));
        Assert.Throws<ArgumentException>(() => new Explainer(model, baseline, Names).Explain(baseline.AsSpan(1)));
    }

    private static (Matrix Rows, MtbDnnPredictor Model, double[] Baseline) Toy(int seed, double share, int width = 5)
    {
        var chance = new Random(seed);
        var rows = ToyModel.Rows(chance, 50, Columns);
        return (rows, ToyModel.Random(chance, rows, share, width), Baseline.Of(rows, new HashSet<int> { Columns - 1 }));
    }

    private static int[][] Orders(int[] columns) => columns.Length == 0
        ? [[]]
        : [.. columns.SelectMany(first => Orders([.. columns.Where(column => column != first)]).Select(rest => (int[])[first, .. rest]))];

    private static double Off(double[] expected, double[] actual) => expected.Zip(actual, (one, other) => (one - other) * (one - other)).Sum();

    private static void Same(double[] expected, double[] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
