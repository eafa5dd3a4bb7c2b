using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.Posterior;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Posterior;

public sealed class PriorAndEvidenceFitTests
{
    [Theory]
    [InlineData(0.07, 0.47)]
    [InlineData(0.03, 0.9)]
    [InlineData(0.15, 0.2)]
    public void Fit_PlantedShares_FindsTheSpreadAndTheWorthThatErrsLeast(double prior, double rating)
    {
        var (predicted, evidence) = Planted(prior, rating, 20_000, 1);

        var fitted = PriorAndEvidenceFit.Fit(predicted, evidence);

        // Leaning on 0.474 pulls C a few hundredths that way even with so many lives.
        Assert.Equal(rating, fitted.RatingShare, 0.06);
        var (own, less, more) = (Risk(fitted.PriorReviews), Risk(fitted.PriorReviews / 2), Risk(fitted.PriorReviews * 2));
        Assert.True(own < less && own < more, $"k {fitted.PriorReviews}: {own}, against {less} and {more}");

        // Squared error of scores when only some of the reviews were in, drawn one by one.
        double Risk(double k)
        {
            var (thinning, chance) = (new Thinning(rating, new Random(5)), new Random(6));
            var weighed = new PriorAndEvidence(rating / (rating + k), rating);
            return predicted.Zip(evidence).Where(live => live.Second.Count >= EvidenceBands.ManyFrom).Sum(live =>
            {
                var apart = weighed.Weigh(live.First, thinning.Keep(live.Second, chance.Next(EvidenceBands.ShownFrom, EvidenceBands.ManyFrom))).Mean - live.Second.Mean;
                return apart * apart;
            });
        }
    }

    [Fact]
    public void Fit_LivesWithAsManyReviewsEach_TakesTheSpreadThatWasMeasured()
    {
        var (predicted, evidence) = Planted(0.07, 0.6, 20_000, 2, 20);

        var fitted = PriorAndEvidenceFit.Fit(predicted, evidence, new RatingSpread(0.6, 1, 2));

        Assert.Equal(0.6, fitted.RatingShare, 0.01);
    }

    [Fact]
    public void Fit_FewLives_LeansOnTheSpreadThatWasMeasured()
    {
        // Means of 400 lives alone leave C open between 0 and 1.
        var shares = Enumerable.Range(0, 20).Select(seed =>
        {
            var (predicted, evidence) = Planted(0.07, 0.474, 400, 100 + seed, null, 18);
            return PriorAndEvidenceFit.Fit(predicted, evidence).RatingShare;
        }).ToArray();

        Assert.All(shares, share => Assert.InRange(share, 0.25, 0.7));
        Assert.Equal(0.474, shares.Average(), 0.05);
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
        Assert.InRange(fitted.RatingShare, 0.9, 1);
    }

    [Fact]
    public void Fit_PredictionsThatAreAlwaysRight_StaysWithinTheBounds()
    {
        Evidence[] evidence = [.. Enumerable.Range(18, 60).Select(count => new Evidence(4, count))];

        Assert.Null(PriorAndEvidenceFit.Fit([.. evidence.Select(live => live.Mean)], evidence).Fault());
    }

    [Fact]
    public void Fit_WhatIsNoSample_IsRefused()
    {
        Evidence[] lives = [.. Enumerable.Repeat(new Evidence(4, 20), PriorAndEvidenceFit.FewestLives)];
        double[] predicted = [.. lives.Select(_ => 4.5)];

        Assert.Contains("29 lives", Assert.Throws<ArgumentException>(() => PriorAndEvidenceFit.Fit(predicted[1..], lives[1..])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PriorAndEvidenceFit.Fit(predicted[1..], lives));
        Assert.Throws<ArgumentException>(() => PriorAndEvidenceFit.Fit([.. predicted[1..], double.NaN], lives));
    }

    // Far enough from the bounds that hardly a draw has to be kept within them.
    private static (double[] Predicted, Evidence[] Evidence) Planted(double prior, double rating, int lives, int seed, long? reviews = null, int fewest = 5)
    {
        var chance = new Random(seed);
        double[] predicted = [.. Enumerable.Range(0, lives).Select(_ => 2.4 + (1.2 * chance.NextDouble()))];
        return (predicted, [.. predicted.Select(value =>
        {
            var truth = Math.Clamp(value + (Draw.Normal(chance) * Math.Sqrt(prior * Ratings.MostVariance(value))), 1, 5);
            var count = reviews ?? (long)(fewest * Math.Pow(500.0 / fewest, chance.NextDouble()));
            return new Evidence(Math.Clamp(truth + (Draw.Normal(chance) * Math.Sqrt(rating * Ratings.MostVariance(truth) / count)), 1, 5), count);
        })]);
    }
}
