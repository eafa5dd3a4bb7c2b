using LiveQuality.Mining.Faces.Detecting;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Detecting;

public sealed class PictureCropsTests
{
    [Fact]
    public void Read_OneToOne_GivesThePixels()
    {
        var crops = new PictureCrops(Picture.Of(6, 5, (x, y) => (byte)((10 * y) + x)));

        Assert.Equal([11, 12, 21, 22], Red(crops, new FaceBox(1, 1, 2, 2), 2, 2));
    }

    [Fact]
    public void Read_OverTheEdge_IsBlackThere()
    {
        var crops = new PictureCrops(Picture.Of(4, 4, (_, _) => 200));

        Assert.Equal([0, 0, 0, 200], Red(crops, new FaceBox(-1, -1, 2, 2), 2, 2));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    public void Read_ARampMadeSmaller_StaysInPlace(int size)
    {
        // Twice the place of a pixel's centre, so the mean of a column is known at any size.
        var crops = new PictureCrops(Picture.Of(96, 96, (x, _) => (byte)(2 * x)));

        var row = Red(crops, new FaceBox(0, 0, 96, 96), size, size)[..size];

        Assert.All(Enumerable.Range(0, size), x => Assert.Equal(2 * (((x + 0.5) * 96 / size) - 0.5), row[x], 1.0));
    }

    [Fact]
    public void Read_AFineChequerMadeSmaller_IsGreyNotNoise()
    {
        var crops = new PictureCrops(Picture.Of(64, 64, (x, y) => (byte)((x + y) % 2 == 0 ? 0 : 200)));

        Assert.All(Red(crops, new FaceBox(0, 0, 64, 64), 8, 8), value => Assert.Equal(100, value, 0.5));
    }

    private static float[] Red(PictureCrops crops, FaceBox box, int width, int height)
    {
        var planes = new float[3 * width * height];
        crops.Read(box, width, height, 0, planes);
        return [.. planes.Take(width * height).Select(value => value * 128)];
    }
}
