using LiveQuality.Mining.Faces.Weights;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Weights;

public sealed class LayoutTests
{
    // Height 1, width 2, 2 in, 3 out: value = 100 x column + 10 x in + out.
    private static readonly PretrainedArray Filters = new("w", [1, 2, 2, 3], [0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112]);

    [Fact]
    public void Filters_ChannelsLast_ComeOutFirst()
    {
        var turned = Layout.Filters(Filters);

        Assert.Equal([3, 2, 1, 2], turned.Shape);
        Assert.Equal([0f, 100, 10, 110, 1, 101, 11, 111, 2, 102, 12, 112], turned.Values);
    }

    [Fact]
    public void Filters_Scale_MultipliesByOutput() => Assert.Equal([0f, 0, 0, 0, 10, 1010, 110, 1110, 4, 204, 24, 224], Layout.Filters(Filters, [0, 10, 2]).Values);

    [Fact]
    public void DepthwiseFilters_TwoChannelsOfThree_AreSixOfOne()
    {
        var turned = Layout.DepthwiseFilters(Filters);

        Assert.Equal([6, 1, 1, 2], turned.Shape);
        Assert.Equal([0f, 100, 1, 101, 2, 102, 10, 110, 11, 111, 12, 112], turned.Values);
    }

    [Fact]
    public void Filters_NotFourSizes_AreRefused() => Assert.Throws<ArgumentException>(() => Layout.Filters(new PretrainedArray("w", [2], [1, 2])));
}
