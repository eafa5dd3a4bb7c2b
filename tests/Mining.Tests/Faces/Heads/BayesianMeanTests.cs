using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Tests.Models;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Heads;

[Collection(TorchCollection.Name)]
public sealed class BayesianMeanTests
{
    private static readonly Population Learning = Population.Draw(60, 1, (10, 1, 0.3), (30, 0.1, 0.05));
    private static readonly Population Fresh = Population.Draw(40, 2, (10, 1, 0.3), (30, 0.1, 0.05));

    private static readonly BayesianMean Small = Fit(1);

    [Fact]
    public void Of_NewFaces_HasTheMeansOfTheWholeRegression()
    {
        var (mine, whole) = (Said(Small), Whole());

        Assert.Equal(whole.Select(estimate => estimate.Mean), mine.Select(estimate => estimate.Mean), (one, other) => Math.Abs(one - other) < 1e-4);
    }

    [Fact]
    public void Of_NewFaces_HasItsDoubtUpToTheMixing()
    {
        var (mine, whole) = (Said(Small), Whole());
        var noise = Small.State.Number("noise");

        // Chi squared with 64 degrees of freedom about the right value: a deviation of 18 %.
        double[] ratios = [.. mine.Zip(whole, (one, other) => (Square(one.StandardDeviation) - noise) / (Square(other.StandardDeviation) - noise))];
        Assert.All(ratios, ratio => Assert.InRange(ratio, 0.4, 1.8));
        Assert.InRange(ratios.Average(), 0.85, 1.15);
    }

    [Fact]
    public void Of_FaceLikeAllOthers_IsAsUnsureAsTheNoise()
    {
        var means = Matrix.Of(1, 40, Small.State.Numbers("means"));

        Assert.Equal(Math.Sqrt(Small.State.Number("noise")), Small.Of(means).StandardDeviation);
        Assert.True(Small.State.Number("noise") > 0);
    }

    [Fact]
    public void Fit_OtherSeed_ChangesTheDoubtOnly()
    {
        var (one, other) = (Said(Small), Said(Fit(2)));

        Assert.Equal(one.Select(estimate => estimate.Mean), other.Select(estimate => estimate.Mean));
        Assert.NotEqual(one.Select(estimate => estimate.StandardDeviation), other.Select(estimate => estimate.StandardDeviation));
        Assert.Equal(one, Said(Fit(1)));
    }

    [Fact]
    public void State_ReadBack_GivesTheSameBits() => Assert.Equal(Said(Small), Said(new BayesianMean(SafeTensors.Read(SafeTensors.Write(Small.State)))));

    [Theory]
    [InlineData("weights")]
    [InlineData("means")]
    [InlineData("intercept")]
    [InlineData("noise")]
    [InlineData("doubt")]
    public void State_WithoutATensor_IsRefused(string name) =>
        Assert.Throws<ModelFormatException>(() => new BayesianMean(Small.State.Where(entry => entry.Key != name).ToDictionary()));

    [Fact]
    public void Of_RowOfAnotherWidth_IsRefused() => Assert.Throws<ArgumentException>(() => Small.Of(Matrix.Of(1, 2, [1, 2])));

    private static double Square(double value) => value * value;

    private static BayesianMean Fit(int seed) => BayesianMean.Fit(Learning.Rows, Learning.Scores, whitened: 0, seed, CancellationToken.None);

    private static Estimate[] Said(BayesianMean mean) => [.. Enumerable.Range(0, 40).Select(face => mean.Of(Fresh.Rows.SelectRows([face])))];

    private static Estimate[] Whole()
    {
        var scale = ColumnScale.Of(Learning.Rows);
        return [.. new BayesianRidge([.. BayesianRidge.WideStarts]).Fit(scale.Apply(Learning.Rows), Learning.Scores, CancellationToken.None).Estimate(scale.Apply(Fresh.Rows))];
    }
}
