using CsCheck;
using LiveQuality.Mining.Faces.Detecting.Mtcnn;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Detecting.Mtcnn;

public sealed class PyramidScalesTests
{
    [Fact]
    public void For_FacesOfHalfTheSide_HasTheTwoPublishedSteps()
    {
        var scales = PyramidScales.For(shorterSide: 47, smallestFace: 24);

        Assert.Equal([0.5, 0.3545], scales.Select(scale => Math.Round(scale, 4)));
    }

    [Fact]
    public void For_APictureSmallerThanTheSmallestFace_IsEmpty() => Assert.Empty(PyramidScales.For(shorterSide: 19, smallestFace: 20));

    [Fact]
    public void For_AnySize_GoesFromTheSmallestFaceToTheWholeSide() => Gen.Select(Gen.Int[24, 5000], Gen.Double[12, 24]).Sample((side, smallest) =>
    {
        var scales = PyramidScales.For(side, smallest);

        Assert.Equal(PyramidScales.Cell, scales[0] * smallest, 9);
        Assert.InRange(scales[^1] * side, PyramidScales.Cell, PyramidScales.Cell / PyramidScales.Factor * 1.000001);
    });
}
