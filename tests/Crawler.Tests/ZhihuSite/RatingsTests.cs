using CsCheck;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite;

public sealed class RatingsTests
{
    [Fact]
    public void Draw_AnyPossibleSum_IsReachedWithWholeRatings() =>
        Gen.Select(Gen.Int[1, 300], Gen.Double[1, 5], Gen.Int).Sample((count, mean, seed) =>
        {
            var sum = (int)Math.Round(count * mean);

            var ratings = Ratings.Draw(count, sum, new Random(seed));

            Assert.Equal(count, ratings.Length);
            Assert.Equal(sum, ratings.Sum());
            Assert.All(ratings, rating => Assert.InRange(rating, 1, 5));
        }, iter: 500, seed: "0N0XIzNsQ0O2");

    [Theory]
    [InlineData(4.4, 0.65, 1.0)]
    [InlineData(4.7, 0.5, 0.75)]
    public void Draw_ATypicalMean_SpreadsAsRealRatingsDo(double mean, double least, double most)
    {
        var ratings = Ratings.Draw(5_000, (int)(5_000 * mean), new Random(1));

        Assert.InRange(Math.Sqrt(ratings.Average(rating => (rating - mean) * (rating - mean))), least, most);
    }
}
