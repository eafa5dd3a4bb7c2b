using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Heads;

public sealed class ColumnScaleTests
{
    [Fact]
    public void Apply_TheRowsItLearnedFrom_HaveMeanZeroAndDeviationOne()
    {
        var rows = Some.Matrix(50, 2, 1).Map((value, column) => column == 0 ? (1000 * value) - 300 : (0.01 * value) + 5);

        var scaled = ColumnScale.Of(rows).Apply(rows);

        Assert.All([0, 1], column =>
        {
            Assert.Equal(0, scaled.Column(column).Average(), 1e-9);
            Assert.Equal(1, Math.Sqrt(scaled.Column(column).Average(value => value * value)), 1e-3);
        });
    }

    [Fact]
    public void Apply_ColumnThatNeverMoves_IsNotBlownUp()
    {
        var scaled = ColumnScale.Of(Some.Rows([7], [7], [7])).Apply(Some.Rows([7], [7.0000001]));

        Assert.Equal(0, scaled[0, 0], 1e-6);
        Assert.InRange(scaled[1, 0], 0, 0.2);
    }

    [Fact]
    public void Of_KnownColumn_IsMeanAndPopulationDeviation()
    {
        var scale = ColumnScale.Of(Some.Rows([1], [5]));

        Assert.Equal([3], scale.Means);
        Assert.Equal(2, scale.Deviations[0], 1e-5);
    }
}
