using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Tests.Faces.Heads;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Evaluating;

public sealed class BootstrapTests
{
    [Fact]
    public void Around_MeanOfManyDraws_HoldsTheTruthAboutNineteenTimesInTwenty()
    {
        var held = Enumerable.Range(0, 60).Count(seed => Mean(seed) is { Low: < 0, High: > 0 });

        Assert.InRange(held, 50, 60);
    }

    [Fact]
    public void Around_Mean_IsAsWideAsTheTextbookSays()
    {
        var interval = Mean(1);

        Assert.InRange(interval.High - interval.Low, 0.8 * 2 * 1.96 / Math.Sqrt(200), 1.2 * 2 * 1.96 / Math.Sqrt(200));
    }

    [Fact]
    public void Around_SameSeed_GivesTheSameBits() => Assert.Equal(Mean(7), Mean(7));

    [Fact]
    public void Around_DrawsThatDefineNothing_DoNotCount()
    {
        // One row of three: a draw without it says nothing.
        var interval = Bootstrap.Around(3, rows => rows.Contains(0) ? 5 : double.NaN, 1);

        Assert.Equal((5, 5, 5), (interval.Value, interval.Low, interval.High));
    }

    private static Mining.Evaluation.Interval Mean(int seed)
    {
        var chance = new Random(seed);
        double[] values = [.. Enumerable.Range(0, 200).Select(_ => Population.Gaussian(chance))];
        return Bootstrap.Around(values.Length, rows => rows.Average(row => values[row]), seed);
    }
}
