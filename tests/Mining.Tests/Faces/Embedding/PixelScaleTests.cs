using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Imaging;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Embedding;

public sealed class PixelScaleTests
{
    private static readonly RgbImage Picture = new(2, 1, [10, 20, 30, 40, 50, 60]);

    [Fact]
    public void Apply_RedFirst_TakesMeansOffChannelByChannel() =>
        Assert.Equal([4.5f, 19.5f, 9, 24, 13.5f, 28.5f], new PixelScale(1, 2, 3, 0.5f).Apply(Picture));

    [Fact]
    public void Apply_BlueFirst_KeepsEachMeanWithItsColour() =>
        Assert.Equal([27f, 57, 18, 48, 9, 39], new PixelScale(1, 2, 3, 1, BlueFirst: true).Apply(Picture));
}
