using LiveQuality.Mining.Models.Branched;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Branched;

public sealed class RobustBlendTests
{
    private const int Rows = 400;

    private readonly double[] _first = Draw(1);
    private readonly double[] _second = Draw(2);
    private readonly double[] _noise = Draw(3);
    private readonly double[] _equal = [.. Enumerable.Repeat(1.0, Rows)];

    [Fact]
    public void Fit_PlantedShareAndBias_FindsThem()
    {
        var blend = RobustBlend.Fit(_first, _second, Truth(0.3, 0.2, 0.01), _equal, 0.5);

        Assert.Equal(0.3, blend.Share, 0.01);
        Assert.Equal(0.2, blend.Bias, 0.01);
    }

    [Fact]
    public void Fit_FarOutliers_MoveItMuchLessThanLeastSquares()
    {
        var truth = Truth(0.3, 0.2, 0.05);
        for (var row = 0; row < Rows; row += 20)
        {
            truth[row] -= 4;
        }

        var robust = RobustBlend.Fit(_first, _second, truth, _equal, 0.1);
        var squares = RobustBlend.Fit(_first, _second, truth, _equal, 1e9);

        Assert.InRange(Math.Abs(robust.Bias - 0.2), 0, 0.03);
        Assert.InRange(0.2 - squares.Bias, 0.15, 0.25);
    }

    [Fact]
    public void Fit_RowsThatWeighNothing_AreNotLearntFrom()
    {
        var truth = Truth(0.8, 0, 0);
        double[] weights = [.. Enumerable.Range(0, Rows).Select(row => row % 2.0)];
        for (var row = 0; row < Rows; row += 2)
        {
            truth[row] = 100;
        }

        var blend = RobustBlend.Fit(_first, _second, truth, weights, 0.5);

        Assert.Equal((0.8, 0), (Math.Round(blend.Share, 6), Math.Round(blend.Bias, 6)));
    }

    [Theory]
    [InlineData(-0.5, 0)]
    [InlineData(1.7, 1)]
    public void Fit_ShareOutside_StaysBetweenTheTwo(double planted, double expected) =>
        Assert.Equal(expected, RobustBlend.Fit(_first, _second, Truth(planted, 0, 0.01), _equal, 0.5).Share);

    [Fact]
    public void Fit_TwoThatSayTheSame_CountsThemHalfAndLearnsTheBias()
    {
        var blend = RobustBlend.Fit(_first, _first, [.. _first.Select(value => value + 0.25)], _equal, 0.5);

        Assert.Equal(0.5, blend.Share);
        Assert.Equal(0.25, blend.Bias, 1e-9);
    }

    [Fact]
    public void Of_TwoNumbers_IsTheirWeightedMeanAndTheBias() => Assert.Equal(3.35, new RobustBlend(0.25, 0.1).Of(4, 3), 1e-12);

    private double[] Truth(double share, double bias, double noise) =>
        [.. Enumerable.Range(0, Rows).Select(row => bias + (share * _first[row]) + ((1 - share) * _second[row]) + (noise * (_noise[row] - 4)))];

    // Between 3 and 5, with mean 4.
    private static double[] Draw(int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, Rows).Select(_ => 3 + (2 * chance.NextDouble()))];
    }
}
