using LiveQuality.Mining.Faces.Detecting;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Detecting;

public sealed class FaceBoxTests
{
    [Fact]
    public void OverlapAndCover_HalfOutside_AreAThirdAndAHalf()
    {
        var (one, other) = (new FaceBox(0, 0, 10, 10), new FaceBox(5, 0, 10, 10));

        Assert.Equal(1.0 / 3, one.Overlap(other), 12);
        Assert.Equal(0.5, one.Cover(other), 12);
    }

    [Fact]
    public void Overlap_Apart_IsZero() => Assert.Equal(0, new FaceBox(0, 0, 10, 10).Overlap(new FaceBox(20, 20, 5, 5)));

    [Fact]
    public void Square_Upright_GrowsToTheSidesOnly() => Assert.Equal(new FaceBox(-5, 7, 20, 20), new FaceBox(0, 7, 10, 20).Square());

    [Fact]
    public void Move_EachEdge_MovesByItsShare() => Assert.Equal(new FaceBox(110, 250, 110, 300), new FaceBox(100, 200, 80, 200).Move(0.125, 0.25, 0.5, 0.75));
}
