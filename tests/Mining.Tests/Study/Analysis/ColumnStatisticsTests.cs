using LiveQuality.Mining.Features;
using LiveQuality.Mining.Study.Analysis;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Analysis;

public sealed class ColumnStatisticsTests
{
    private const double Exact = 1e-12;

    [Fact]
    public void Summarise_UnsortedValuesWithBlanks_GivesNumpysQuartilesOfWhatIsThere()
    {
        var summary = ColumnStatistics.Summarise("x", [4, double.NaN, 1, 3, 2, double.NaN]);

        Assert.Equal((4, 2), (summary.Count, summary.Blank));
        Assert.Equal(2.5, summary.Mean, Exact);
        Assert.Equal(Math.Sqrt(5 / 3.0), summary.Sd, Exact);
        Assert.Equal((1.0, 1.75, 2.5, 3.25, 4.0), (summary.Minimum, summary.LowerQuartile, summary.Median, summary.UpperQuartile, summary.Maximum));
    }

    [Fact]
    public void Summarise_OneValue_HasNoDeviation()
    {
        var summary = ColumnStatistics.Summarise("x", [7]);

        Assert.Equal((7.0, 0.0, 7.0, 7.0, 7.0), (summary.Mean, summary.Sd, summary.LowerQuartile, summary.Median, summary.UpperQuartile));
    }

    [Fact]
    public void Summarise_AllBlank_CountsThemAndGivesZeros()
    {
        var summary = ColumnStatistics.Summarise("x", [double.NaN, double.NaN]);

        Assert.Equal((0, 2, 0.0, 0.0), (summary.Count, summary.Blank, summary.Mean, summary.Maximum));
    }

    [Fact]
    public void Of_Table_EndsWithTheScoreAndTakesZeroForNone()
    {
        var columns = ColumnStatistics.Of(Lives.Table(Lives.Live(4, ("badge", 2)), Lives.Live(0), Lives.Live(5)));

        Assert.Equal([.. StudyFeatures.All, "review_score"], columns.Select(column => column.Column));
        Assert.Equal((2, 1, 4.5), (columns[^1].Count, columns[^1].Blank, columns[^1].Mean));
        Assert.Equal(2, columns[StudyFeatures.All.ToList().IndexOf("badge")].Maximum);
    }
}
