using LiveQuality.Mining.Scoring.Posterior;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Posterior;

public sealed class RatingSpreadTests
{
    [Fact]
    public void Measure_OnlyOnesAndFives_IsAllThereCanBe()
    {
        var spread = RatingSpread.Measure([[1, 5, 5, 5], [5, 1]]);

        Assert.Equal(1, spread.Share, 1e-12);
        Assert.Equal((2, 6), (spread.Lives, spread.Count));
    }

    [Fact]
    public void Measure_LivesOfThreeRatings_HasNoBias()
    {
        // 1 or 5 in 3 of 10 ratings, 3 else, at a true mean of 3: variance 1.2 of 4. The plain ratio of sample moments would say 0.3 / (1 - 0.3/3), a ninth too much.
        var chance = new Random(1);
        var lives = Enumerable.Range(0, 200_000).Select(_ => (IReadOnlyList<int>)[Rating(), Rating(), Rating()]);

        Assert.InRange(RatingSpread.Measure(lives).Share, 0.297, 0.303);

        int Rating() => chance.NextDouble() < 0.3 ? 1 + (4 * chance.Next(2)) : 3;
    }

    [Fact]
    public void Measure_NothingToTell_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => RatingSpread.Measure([]));
        Assert.Throws<ArgumentException>(() => RatingSpread.Measure([[4], [5, 5]]));
        Assert.Throws<ArgumentException>(() => RatingSpread.Measure([[4, 0]]));
    }

    [Fact]
    public void Measure_RealReviews_IsWhatTheFitLeansOn()
    {
        var spread = RatingSpread.Measure(RealReviews.Read());

        Assert.Equal(RatingSpread.OfSite, spread with { Share = Math.Round(spread.Share, 3) });
    }
}
