using System.Numerics;
using LiveQuality.Mining.Faces.Detecting;
using LiveQuality.Mining.Faces.Detecting.Choosing;
using LiveQuality.Mining.Faces.Imaging;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Detecting.Choosing;

public sealed class FaceChooserTests
{
    // A chequer is sharp everywhere.
    private static readonly RgbImage Sharp = Picture.Of(300, 200, (x, y) => (byte)(((x / 2) + (y / 2)) % 2 == 0 ? 90 : 160));
    private static readonly RgbImage Flat = Picture.Of(300, 200, (_, _) => 120);

    [Fact]
    public void Choose_NoFace_AbstainsWithoutQuality()
    {
        var choice = FaceChooser.Choose(Sharp, []);

        Assert.False(choice.IsFace);
        Assert.Equal(Abstention.NoFace, choice.Reason);
        Assert.Null(choice.Quality);
    }

    [Fact]
    public void Choose_OneGoodFace_TakesItAndMeasures()
    {
        var face = Face(150, 100, 80);

        var choice = FaceChooser.Choose(Sharp, [face]);

        Assert.True(choice.IsFace);
        Assert.Same(face, choice.Face);
        Assert.Equal(0.4 * 80, choice.Quality.EyeDistance, 4);
        Assert.Equal(0, choice.Quality.Yaw, 4);
        Assert.InRange(choice.Quality.Sharpness, FaceChooser.LeastSharpness, double.MaxValue);
    }

    [Fact]
    public void Choose_TwoAsCentral_TakesTheLarger()
    {
        var (small, large) = (Face(100, 100, 60), Face(200, 100, 70));

        Assert.Same(large, FaceChooser.Choose(Sharp, [small, large]).Face);
    }

    [Fact]
    public void Choose_TwoAsLarge_TakesTheMoreCentral()
    {
        var (aside, middle) = (Face(40, 60, 60), Face(160, 100, 60));

        Assert.Same(middle, FaceChooser.Choose(Sharp, [aside, middle]).Face);
    }

    [Fact]
    public void Choose_ALargerOneThatIsUnsure_TakesTheSureOne()
    {
        var (unsure, sure) = (Face(150, 100, 120, confidence: 0.75), Face(60, 100, 60));

        Assert.Same(sure, FaceChooser.Choose(Sharp, [unsure, sure]).Face);
    }

    [Fact]
    public void Choose_AnUnsureFace_AbstainsForConfidence() => Abstains(Abstention.LowConfidence, Sharp, Face(150, 100, 80, confidence: 0.89));

    [Fact]
    public void Choose_ASmallFace_AbstainsForSize() => Abstains(Abstention.TooSmall, Sharp, Face(150, 100, 39));

    [Theory]
    [InlineData(-1.25)]
    [InlineData(1.25)]
    public void Choose_AFaceFromTheSide_AbstainsForPose(double yaw) => Abstains(Abstention.Profile, Sharp, Face(150, 100, 80, yaw));

    [Fact]
    public void Choose_AFlatFace_AbstainsForBlur() => Abstains(Abstention.Blurred, Flat, Face(150, 100, 80));

    [Fact]
    public void Prominence_InTheCorner_IsNothing() => Assert.Equal(0, FaceChooser.Prominence(new FaceBox(-10, -10, 20, 20), Sharp), 9);

    private static void Abstains(Abstention reason, RgbImage image, DetectedFace face)
    {
        var choice = FaceChooser.Choose(image, [face]);

        Assert.False(choice.IsFace);
        Assert.Equal(reason, choice.Reason);
        Assert.Equal(face.Confidence, choice.Quality?.Confidence);
    }

    // Upright, eyes .4 of the side apart; yaw moves the nose from the middle between them.
    private static DetectedFace Face(double x, double y, double side, double yaw = 0, double confidence = 0.99)
    {
        Vector2 At(double across, double down) => new((float)(x + (across * side)), (float)(y + (down * side)));
        return new DetectedFace(
            new FaceBox(x - (side / 2), y - (side / 2), side, side), new Landmarks(At(-0.2, -0.1), At(0.2, -0.1), At(0.2 * yaw, 0.1), At(-0.15, 0.3), At(0.15, 0.3)), confidence);
    }
}
