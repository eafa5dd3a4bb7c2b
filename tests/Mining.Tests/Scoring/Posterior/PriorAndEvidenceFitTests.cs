using LiveQuality.Mining.Scoring.Posterior;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Posterior;

public sealed class PriorAndEvidenceFitTests
{
    [Theory]
    [InlineData(0.07, 0.47)]
    [InlineData(0.03, 0.9)]
    [InlineData(0.15, 0.2)]
    public void Fit_PlantedShares_AreFound(double prior, double rating)
    {
        var (predicted, evidence) = Planted(prior, rating, 20_000, 1);

        var fitted = PriorAndEvidenceFit.Fit(predicted, evidence);

        Assert.InRange(fitted.PriorShare / prior, 0.95, 1.05);
        Assert.InRange(fitted.RatingShare / rating, 0.88, 1.12);
    }

    [Fact]
    public void Fit_MeasuredSpread_IsKeptAndOnlyThePriorLearnt()
    {
        var (predicted, evidence) = Planted(0.07, 0.47, 20_000, 2);

        var fitted = PriorAndEvidenceFit.Fit(predicted, evidence, new RatingSpread(0.47, 1, 2));

        Assert.Equal(0.47, fitted.RatingShare);
        Assert.InRange(fitted.PriorShare, 0.067, 0.073);
    }

    [Fact]
    public void Fit_LivesWithoutReviews_SayNothing()
    {
        var (predicted, evidence) = Planted(0.07, 0.47, 500, 3);

        Assert.Equal(PriorAndEvidenceFit.Fit(predicted, evidence), PriorAndEvidenceFit.Fit([.. predicted, 1, 5], [.. evidence, Evidence.None, Evidence.None]));
    }

    [Fact]
    public void Fit_FarMoreNoiseThanRatingsCanHave_StaysWithinTheBounds()
    {
        var chance = new Random(4);
        Evidence[] evidence = [.. Enumerable.Range(0, 400).Select(live => live % 2 == 0 ? new Evidence(1 + (4 * chance.Next(2)), 5) : new Evidence(3, 500))];

        var fitted = PriorAndEvidenceFit.Fit([.. evidence.Select(_ => 3.0)], evidence);

        Assert.Null(fitted.Fault());
        Assert.Equal(1, fitted.RatingShare, 1e-6);
    }

    [Fact]
    public void Fit_PredictionsThatAreAlwaysRight_MakesTheModelStrong()
    {
        Evidence[] evidence = [.. Enumerable.Range(18, 60).Select(count => new Evidence(4, count))];

        var fitted = PriorAndEvidenceFit.Fit([.. evidence.Select(live => live.Mean)], evidence, new RatingSpread(0.5, 1, 2));

        Assert.Null(fitted.Fault());
        Assert.True(fitted.PriorReviews > 10_000);
    }

    [Fact]
    public void Fit_ThatCannotTell_IsRefused()
    {
        Evidence[] alike = [.. Enumerable.Repeat(new Evidence(4, 20), PriorAndEvidenceFit.FewestLives)];
        double[] predicted = [.. alike.Select(_ => 4.5)];

        Assert.Contains("must be measured", Assert.Throws<ArgumentException>(() => PriorAndEvidenceFit.Fit(predicted, alike)).Message, StringComparison.Ordinal);
        Assert.Contains("29 lives", Assert.Throws<ArgumentException>(() => PriorAndEvidenceFit.Fit(predicted[1..], alike[1..])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PriorAndEvidenceFit.Fit(predicted[1..], alike));
        Assert.Throws<ArgumentException>(() => PriorAndEvidenceFit.Fit([.. predicted[1..], double.NaN], alike));
    }

    // Far enough from the bounds that hardly a draw has to be kept within them.
    private static (double[] Predicted, Evidence[] Evidence) Planted(double prior, double rating, int lives, int seed)
    {
        var chance = new Random(seed);
        double[] predicted = [.. Enumerable.Range(0, lives).Select(_ => 2.4 + (1.2 * chance.NextDouble()))];
        return (predicted, [.. predicted.Select(value =>
        {
            var truth = Math.Clamp(value + (Draw.Normal(chance) * Math.Sqrt(prior * Ratings.MostVariance(value))), 1, 5);
            var count = (long)(5 * Math.Pow(100, chance.NextDouble()));
            return new Evidence(Math.Clamp(truth + (Draw.Normal(chance) * Math.Sqrt(rating * Ratings.MostVariance(truth) / count)), 1, 5), count);
        })]);
    }
}
