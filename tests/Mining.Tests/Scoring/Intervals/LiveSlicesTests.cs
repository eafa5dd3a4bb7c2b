using LiveQuality.Mining.Scoring.Intervals;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Intervals;

public sealed class LiveSlicesTests
{
    [Theory]
    [InlineData(105, 999, 0, "tag:105", "price:under 10", LiveSlices.NewSpeaker)]
    [InlineData(0, 1000, 2, "tag:0", "price:10-20", LiveSlices.KnownSpeaker)]
    [InlineData(0, 2000, 1, "tag:0", "price:20-40", LiveSlices.KnownSpeaker)]
    [InlineData(0, 4000, 1, "tag:0", "price:40+", LiveSlices.KnownSpeaker)]
    [InlineData(0, double.NaN, 1, "tag:0", "price:unknown", LiveSlices.KnownSpeaker)]
    public void Of_Live_NamesEachGroup(long tag, double amount, int earlier, params string[] expected) => Assert.Equal(expected, LiveSlices.Of(tag, amount, earlier));
}
