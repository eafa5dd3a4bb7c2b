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
public sealed class BayesianRidgeTests
{
    private const double Close = 1e-6;

    [Theory]
    [InlineData("narrow")]
    [InlineData("wide")]
    [InlineData("flat")]
    public void Fit_ManyFewOrDependentColumns_AgreesWithScikitLearn(string shape)
    {
        var learnt = Fit(Rows(shape, "x"), Numbers(shape, "y"));

        Assert.Equal(Numbers(shape, "weights"), learnt.Weights, Near);
        Assert.Equal(Read(shape, "intercept"), learnt.Intercept, Near);
        Assert.Equal(Read(shape, "alpha"), learnt.NoisePrecision, Near);
        Assert.Equal(Read(shape, "lambda"), learnt.WeightPrecision, Near);
    }

    [Theory]
    [InlineData("narrow")]
    [InlineData("wide")]
    [InlineData("flat")]
    public void Estimate_NewRows_AgreesWithScikitLearnAndTheDefinition(string shape)
    {
        var estimates = Fit(Rows(shape, "x"), Numbers(shape, "y")).Estimate(Rows(shape, "asked"));

        Assert.Equal(Numbers(shape, "mean"), estimates.Select(estimate => estimate.Mean), Near);
        Assert.Equal(Numbers(shape, "deviation"), estimates.Select(estimate => estimate.StandardDeviation), Near);
    }

    [Theory]
    [InlineData("narrow")]
    [InlineData("wide")]
    [InlineData("flat")]
    public void Climb_FromOne_MeasuresTheEvidenceAsDefined(string shape)
    {
        using var basis = new RidgeBasis(Rows(shape, "x"), Numbers(shape, "y"));

        var evidence = Evidence.Climb(basis, 1, TestContext.Current.CancellationToken);

        Assert.Equal(Read(shape, "evidence"), evidence.LogLikelihood, Near);
    }

    [Fact]
    public void Fit_SeveralStarts_KeepsTheHighestHill()
    {
        var hidden = Hidden(1);
        using var basis = new RidgeBasis(hidden.Rows, hidden.Scores);
        var ends = BayesianRidge.WideStarts.Select(start => Evidence.Climb(basis, start, TestContext.Current.CancellationToken)).ToArray();

        var learnt = Fit(hidden.Rows, hidden.Scores, [.. BayesianRidge.WideStarts]);

        Assert.Equal(ends.MaxBy(end => end.LogLikelihood)!.WeightPrecision, learnt.WeightPrecision, Near);
    }

    [Fact]
    public void Estimate_NewRowsOfTheSamePopulation_AreAsFarOffAsItSays()
    {
        var (learning, fresh) = (Population.Draw(300, 1, (10, 1, 0.3)), Population.Draw(300, 2, (10, 1, 0.3)));

        var estimates = Fit(learning.Rows, learning.Scores).Estimate(fresh.Rows);

        var inside = estimates.Zip(fresh.Scores).Count(pair => Math.Abs(pair.First.Mean - pair.Second) < 1.96 * pair.First.StandardDeviation);
        Assert.InRange(inside / 300.0, 0.9, 0.99);
    }

    [Fact]
    public void Estimate_FartherFromTheTrainingRows_IsNeverSurer() => Gen.Select(Gen.Int[0, 1000], Gen.Int[5, 30], Gen.Double[1, 10]).Sample((seed, count, factor) =>
    {
        var rows = Some.Matrix(count, 12, seed);
        var learnt = Fit(rows, rows.Column(3));
        var means = Enumerable.Range(0, 12).Select(column => rows.Column(column).Average()).ToArray();
        var step = Some.Matrix(1, 12, seed + 1);

        var near = learnt.Estimate(step.Map((value, column) => means[column] + value))[0].StandardDeviation;
        var far = learnt.Estimate(step.Map((value, column) => means[column] + (factor * value)))[0].StandardDeviation;

        Assert.True(far >= near * (1 - Close), $"{far} < {near}");
    }, iter: 50);

    [Fact]
    public void State_ReadBack_GivesTheSameBits()
    {
        var learnt = Fit(Rows("wide", "x"), Numbers("wide", "y"));

        var read = new BayesianRidgePredictor(SafeTensors.Read(SafeTensors.Write(learnt.State)));

        Assert.Equal(learnt.Estimate(Rows("wide", "asked")), read.Estimate(Rows("wide", "asked")));
    }

    [Fact]
    public void Fit_Twice_GivesTheSameBits() => Assert.Equal(
        SafeTensors.Write(Fit(Rows("narrow", "x"), Numbers("narrow", "y")).State), SafeTensors.Write(Fit(Rows("narrow", "x"), Numbers("narrow", "y")).State));

    [Theory]
    [InlineData("weights")]
    [InlineData("directions")]
    [InlineData("noise-precision")]
    public void State_WithoutATensor_NamesIt(string name)
    {
        var state = Fit(Rows("narrow", "x"), Numbers("narrow", "y")).State.Where(tensor => tensor.Key != name).ToDictionary();

        Assert.Contains(name, Assert.Throws<ModelFormatException>(() => new BayesianRidgePredictor(state)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ConstantTargets_IsTheConstant()
    {
        var rows = Some.Matrix(20, 3, 1);

        var estimates = Fit(rows, [.. Enumerable.Repeat(4.0, 20)]).Estimate(rows);

        Assert.All(estimates, estimate => Assert.Equal(4, estimate.Mean, Near));
        Assert.All(estimates, estimate => Assert.True(double.IsFinite(estimate.StandardDeviation)));
    }

    /// <summary>Five loud directions that say little, thirty a thousand times quieter that say most.</summary>
    internal static Population Hidden(int seed) => Population.Draw(400, seed, (5, 1, 0.2), (30, 1e-3, 0.25));

    internal static BayesianRidgePredictor Fit(Matrix rows, double[] targets, params double[] starts) =>
        new BayesianRidge(starts).Fit(rows, targets, TestContext.Current.CancellationToken);

    private static bool Near(double one, double other) => Math.Abs(one - other) <= Close * Math.Max(1, Math.Abs(one));

    private static Matrix Rows(params string[] path) => FacesReference.Rows(["ridge", .. path]);

    private static double[] Numbers(params string[] path) => FacesReference.Numbers(["ridge", .. path]);

    private static double Read(params string[] path) => FacesReference.Read<double>(["ridge", .. path]);
}
