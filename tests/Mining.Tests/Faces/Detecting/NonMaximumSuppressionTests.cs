using CsCheck;
using LiveQuality.Mining.Faces.Detecting;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Detecting;

public sealed class NonMaximumSuppressionTests
{
    private static readonly Gen<(FaceBox Box, double Score)[]> Finds =
        Gen.Select(Gen.Double[0, 50], Gen.Double[0, 50], Gen.Double[5, 40], Gen.Double[0, 1], (left, top, side, score) => (new FaceBox(left, top, side, side), score)).Array[0, 30];

    [Fact]
    public void Keep_TwoOfOneFaceAndOneElsewhere_KeepsTheSurerAndTheOther()
    {
        var (less, more, elsewhere) = (new FaceBox(0, 0, 10, 10), new FaceBox(1, 1, 10, 10), new FaceBox(50, 50, 10, 10));

        var kept = Keep([(less, 0.7), (elsewhere, 0.8), (more, 0.9)], 0.5);

        Assert.Equal([(more, 0.9), (elsewhere, 0.8)], kept);
    }

    [Fact]
    public void Keep_EquallySure_KeepsTheEarlier()
    {
        var (first, second) = (new FaceBox(0, 0, 10, 10), new FaceBox(0, 0, 10, 11));

        var kept = Keep([(first, 0.5), (second, 0.5)], 0.5);

        Assert.Equal([(first, 0.5)], kept);
    }

    [Fact]
    public void Keep_Anything_LeavesNoTwoThatOverlapAndDropsNothingWithoutASurerNeighbour() => Finds.Sample(finds =>
    {
        const double Most = 0.3;
        var kept = Keep(finds, Most);

        Assert.All(kept, one => Assert.DoesNotContain(kept, other => other != one && other.Box.Overlap(one.Box) > Most));
        Assert.All(finds.Except(kept), dropped => Assert.Contains(kept, better => better.Score >= dropped.Score && better.Box.Overlap(dropped.Box) > Most));
    });

    private static IReadOnlyList<(FaceBox Box, double Score)> Keep(IEnumerable<(FaceBox Box, double Score)> finds, double most) =>
        NonMaximumSuppression.Keep(finds, find => find.Box, find => find.Score, (a, b) => a.Overlap(b), most);
}
