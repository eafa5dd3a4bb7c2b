using CsCheck;
using LiveQuality.Mining.Faces.Evaluating;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Evaluating;

public sealed class VerificationTests
{
    [Fact]
    public void Choose_AnyPairs_IsAsGoodAsTheBestOfAllThresholds() => Gen.Select(Gen.Int[0, 8], Gen.Bool).Array[1, 30].Sample(pairs =>
    {
        var (distances, same) = (pairs.Select(pair => pair.Item1 / 8.0).ToArray(), pairs.Select(pair => pair.Item2).ToArray());

        var chosen = VerificationThreshold.Choose(distances, same);

        var best = Enumerable.Range(-1, 10).Max(step => pairs.Count(pair => pair.Item1 <= step == pair.Item2)) / (double)pairs.Length;
        Assert.Equal(best, chosen.Accuracy);
        Assert.Equal(best, chosen.AccuracyOn(distances, same));
    });

    [Fact]
    public void Choose_SeparablePairs_IsHalfWayBetweenThem() => Assert.Equal(new VerificationThreshold(0.75, 1), VerificationThreshold.Choose([0.5, 1.5, 0.25, 1], [true, false, true, false]));

    [Fact]
    public void Choose_EquallyGoodOnes_IsTheSmallest() => Assert.Equal(new VerificationThreshold(1.5, 0.75), VerificationThreshold.Choose([1, 2, 3, 4], [true, false, true, false]));

    [Fact]
    public void Choose_NeighbouringNumbers_TellsThemApart()
    {
        double[] distances = [1, Math.BitIncrement(1.0)];

        Assert.Equal(1, VerificationThreshold.Choose(distances, [true, false]).AccuracyOn(distances, [true, false]));
    }

    [Fact]
    public void Choose_StrangersOnly_TakesNobodyForOnePerson() => Assert.Equal(1, VerificationThreshold.Choose([0, 1], [false, false]).Accuracy);

    [Fact]
    public void Choose_DistanceThatIsNoNumber_IsRefused() => Assert.Throws<ArgumentException>(() => VerificationThreshold.Choose([1, double.NaN], [true, false]));

    [Fact]
    public void Of_TwoFolds_JudgesEachByTheOther()
    {
        // Fold 1 alone would choose 0.5, fold 2 alone 2.5; swapped, each is wrong about one pair of two.
        var folds = VerificationFolds.Of([0, 1, 2, 3], [true, false, true, false], [1, 1, 2, 2]);

        Assert.Equal([2.5, 0.5], folds.Thresholds);
        Assert.Equal((0.5, 0), (folds.Accuracy, folds.StandardError));
    }

    [Fact]
    public void Of_OneFold_IsRefused() => Assert.Throws<ArgumentException>(() => VerificationFolds.Of([0, 1], [true, false], [1, 1]));
}
