using System.Numerics;
using LiveQuality.Mining.Faces.Detecting.Choosing;
using LiveQuality.Mining.Faces.Imaging;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Detecting.Choosing;

public sealed class QualityMeterTests
{
    [Fact]
    public void Yaw_ATiltedHeadSeenFromTheFront_IsZero()
    {
        var tilt = new Similarity(0.8, 0.6, 5, 7);

        Assert.Equal(0, QualityMeter.Yaw(Points(nose: 10).Map(tilt.Apply)), 5);
    }

    [Theory]
    [InlineData(0, -1)]
    [InlineData(15, 0.5)]
    [InlineData(24, 1.4)]
    public void Yaw_NoseBetweenEyesAtZeroAndTwenty_IsItsPlace(float nose, double yaw) => Assert.Equal(yaw, QualityMeter.Yaw(Points(nose)), 5);

    [Fact]
    public void Yaw_EyesInOnePlace_IsAProfile() => Assert.Equal(1, QualityMeter.Yaw(Points(nose: 10) with { RightEye = Vector2.Zero }));

    [Fact]
    public void Sharpness_ARamp_IsZero() => Assert.Equal(0, QualityMeter.Sharpness(Picture.Of(112, 112, (x, y) => (byte)(x + y))), 6);

    [Fact]
    public void Sharpness_AChequer_IsTheSquareOfFourSteps() =>
        // Every pixel differs from its four neighbours by 10: the Laplacian is 40 or -40 everywhere.
        Assert.Equal(1600, QualityMeter.Sharpness(Picture.Of(112, 112, (x, y) => (byte)((x + y) % 2 == 0 ? 100 : 110))), 6);

    [Fact]
    public void Sharpness_EdgesOutsideTheInnerHalf_DoNotCount() =>
        Assert.Equal(0, QualityMeter.Sharpness(Picture.Of(112, 112, (x, _) => (byte)(x < 20 ? 0 : 200))), 6);

    private static Landmarks Points(float nose) => new(new(0, 0), new(20, 0), new(nose, 12), new(3, 24), new(17, 24));
}
