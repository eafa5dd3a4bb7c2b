using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.Posterior;
using LiveQuality.Mining.Tests.Scoring.Posterior;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Intervals;

public sealed class ThinningTests
{
    [Fact]
    public void Keep_AllReviews_IsTheirMean() => Assert.Equal(new Evidence(4.2, 30), new Thinning(0.5, new Random(1)).Keep(new Evidence(4.2, 30), 30));

    [Fact]
    public void Keep_SomeReviews_LiesAroundTheMeanAsFarAsAPartOfThemDoes()
    {
        var thinning = new Thinning(0.5, new Random(2));

        double[] parts = [.. Enumerable.Range(0, 50_000).Select(_ => thinning.Keep(new Evidence(3, 20), 10).Mean)];

        Assert.Equal(3, parts.Average(), 0.01);
        // 0.5 * 4 * 20 / 19.5, over 10 ratings, of which half are left.
        Assert.InRange(parts.Average(part => (part - 3) * (part - 3)) / (0.5 * 4 * 20 / 19.5 / 10 * 0.5), 0.97, 1.03);
    }

    [Fact]
    public void Earlier_ManyReviews_HasEachBandOnceAndNeverMoreThanHalf()
    {
        var thinning = new Thinning(0.5, new Random(3));
        for (var count = 18; count < 500; count++)
        {
            var earlier = thinning.Earlier(new Evidence(4.5, count)).ToArray();

            string[] bands = [EvidenceBands.None, EvidenceBands.Few, EvidenceBands.Some, EvidenceBands.Many];
            Assert.Equal(count < 36 ? bands[..3] : bands, earlier.Select(EvidenceBands.Of));
            Assert.True(count < 36 || earlier[^1].Count <= count / 2);
            Assert.All(earlier[1..], evidence => Assert.InRange(evidence.Mean, 1, 5));
        }
    }

    [Fact]
    public void Keep_AgainstRealReviews_PartsLieAsFarFromTheMeanAsDrawnOnes()
    {
        // Real parts, drawn without replacement from the real ratings of each live, against normal ones: the distance that 90 % stay under.
        IReadOnlyList<int>[] lives = [.. RealReviews.Read().Where(ratings => ratings.Count >= EvidenceBands.ManyFrom)];
        var share = RatingSpread.Measure(lives).Share;
        foreach (var count in new[] { 7, 14 })
        {
            var (real, drawn) = (Ninth(lives, (ratings, chance) => Part(ratings, count, chance)), Ninth(lives, (ratings, chance) => new Thinning(share, chance).Keep(new Evidence(ratings.Average(), ratings.Count), count).Mean));

            TestContext.Current.TestOutputHelper?.WriteLine($"{count} reviews: real {real:F4}, drawn {drawn:F4}");
            Assert.InRange(real / drawn, 0.85, 1.15);
        }
    }

    private static double Part(IReadOnlyList<int> ratings, int count, Random chance)
    {
        int[] shuffled = [.. ratings];
        chance.Shuffle(shuffled);
        return shuffled.Take(count).Average();
    }

    private static double Ninth(IReadOnlyList<int>[] lives, Func<IReadOnlyList<int>, Random, double> part)
    {
        var chance = new Random(4);
        double[] distances = [.. lives.SelectMany(ratings => Enumerable.Range(0, 400).Select(_ => Math.Abs(part(ratings, chance) - ratings.Average()))).Order()];
        return distances[(int)(0.9 * distances.Length)];
    }
}
