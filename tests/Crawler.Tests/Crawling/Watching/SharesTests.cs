using CsCheck;
using LiveQuality.Crawler.Crawling.Watching;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling.Watching;

public sealed class SharesTests
{
    private static readonly Gen<(int Now, int Of, int Before, int OfBefore)> Samples =
        from of in Gen.Int[1, 60]
        from ofBefore in Gen.Int[1, 60]
        from now in Gen.Int[0, of]
        from before in Gen.Int[0, ofBefore]
        select (now, of, before, ofBefore);

    [Fact]
    public void ChanceOfSoFew_OfAnyTwoSamples_IsTheTailOfTheHypergeometricDistribution() => Samples.Sample(s =>
    {
        var having = s.Now + s.Before;
        var expected = Enumerable.Range(0, s.Now + 1)
            .Sum(i => Choose(having, i) * Choose(s.Of + s.OfBefore - having, s.Of - i)) / Choose(s.Of + s.OfBefore, s.Of);

        Assert.Equal(expected, Shares.ChanceOfSoFew(s.Now, s.Of, s.Before, s.OfBefore), 1e-9);
    });

    [Fact]
    public void ChanceOfSoFew_InMillions_IsFoundAtOnce() =>
        Assert.InRange(Shares.ChanceOfSoFew(1_000_000, 2_000_000, 5_000_000, 10_000_000), 0.49, 0.51);

    [Theory]
    [InlineData(1_900, 2_000, 2_000, 2_000, true)] // five points
    [InlineData(1_902, 2_000, 2_000, 2_000, false)] // less
    [InlineData(95, 100, 2_000, 2_000, true)] // the smallest crawl in which five points of full coverage are more than chance
    [InlineData(57, 60, 2_000, 2_000, false)]
    [InlineData(8, 10, 1_980, 2_000, false)] // two old-fashioned items on a page
    [InlineData(7, 10, 2_000, 2_000, true)]
    [InlineData(0, 9, 2_000, 2_000, false)] // less than a page of the feed
    [InlineData(0, 20, 11, 20, true)] // gone from 20, however little there was before
    [InlineData(0, 20, 20, 200, false)] // came and went by nature
    [InlineData(1_700, 2_000, 18_000, 20_000, true)]
    public void Fell_ByFivePointsAndBeyondChance_IsFlagged(long now, long of, long before, long ofBefore, bool fell) =>
        Assert.Equal(fell, Shares.Fell(now, of, before, ofBefore));

    private static double Choose(int n, int k) => k < 0 || k > n ? 0 : Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
}
