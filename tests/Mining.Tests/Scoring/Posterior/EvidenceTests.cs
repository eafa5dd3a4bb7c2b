using LiveQuality.Mining.Scoring.Posterior;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Posterior;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData(null, 3)]
    [InlineData(0.0, 3)]
    [InlineData(4.5, 0)]
    public void Of_NoMeanOrNoReviews_IsNone(double? mean, long count) => Assert.Equal(Evidence.None, Evidence.Of(mean, count));

    [Fact]
    public void Of_MeanAndCount_KeepsBoth() => Assert.Equal(new Evidence(4.5, 12), Evidence.Of(4.5, 12));

    [Theory]
    [InlineData(0.5, 9)]
    [InlineData(5.1, 9)]
    [InlineData(double.NaN, 9)]
    [InlineData(4.5, -1)]
    public void Of_NoMeanOfRatings_IsRefused(double mean, long count) => Assert.Throws<ArgumentOutOfRangeException>(() => Evidence.Of(mean, count));
}
