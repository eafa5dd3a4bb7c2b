using LiveQuality.Mining.Faces.Embedding;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Embedding;

public sealed class IdentityVectorTests
{
    [Fact]
    public void Distance_OfOppositeVectors_IsTwo() => Assert.Equal(2, IdentityVector.Distance([1, 0], [-1, 0]), 9);

    [Theory]
    [InlineData(128, 640)]
    [InlineData(640, 128)]
    [InlineData(1, 0)]
    public void Distance_OfVectorsOfOtherNets_Throws(int first, int second) =>
        Assert.Throws<ArgumentException>(() => IdentityVector.Distance(new float[first], new float[second]));
}
