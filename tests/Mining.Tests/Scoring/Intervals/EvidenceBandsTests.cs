using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.Posterior;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Intervals;

public sealed class EvidenceBandsTests
{
    [Theory]
    [InlineData(0, "none")]
    [InlineData(5, "5-9")]
    [InlineData(9, "5-9")]
    [InlineData(10, "10-17")]
    [InlineData(17, "10-17")]
    [InlineData(18, "18+")]
    public void Of_Count_IsItsBand(long count, string band) => Assert.Equal(band, EvidenceBands.Of(Evidence.Of(4.5, count)));

    [Fact]
    public void Of_HiddenMean_IsNoEvidence() => Assert.Equal(EvidenceBands.None, EvidenceBands.Of(Evidence.Of(0, 4)));
}
