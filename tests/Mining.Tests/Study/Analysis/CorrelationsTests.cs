using LiveQuality.Mining.Study.Analysis;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Analysis;

public sealed class CorrelationsTests
{
    [Fact]
    public void Of_Table_LeavesConstantColumnsOutAndEndsWithTheScore()
    {
        var matrix = Correlations.Of(Lives.Table(
            Lives.Live(1, ("badge", 3), ("liked_num", 1)), Lives.Live(2, ("badge", 2), ("liked_num", 3)), Lives.Live(3, ("badge", 1), ("liked_num", 2))));

        Assert.Equal(["badge", "liked_num", "review_score"], matrix.Columns);
        double[][] byHand = [[1, -0.5, -1], [-0.5, 1, 0.5], [-1, 0.5, 1]];
        Assert.All(byHand.Zip(matrix.Values).SelectMany(rows => rows.First.Zip(rows.Second)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Of_BlankCell_CountsAsTheMedian()
    {
        var matrix = Correlations.Of(Lives.Table(Lives.Live(1, ("badge", 1)), Lives.Live(2, ("badge", double.NaN)), Lives.Live(3, ("badge", 3))));

        Assert.Equal(1, matrix.Values[0][1], 1e-12);
    }
}
