using LiveQuality.Mining.Scoring.Drift;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Drift;

public sealed class ColumnStatisticTests
{
    [Fact]
    public void Number_TwoAgainstTwo_IsWhatPettittsFormulaGives() =>
        Assert.Equal(5.0 / 3, new NumberStatistic([2, 1, 4, 3]).Of([2, 3]), 12);

    [Fact]
    public void Number_Mirrored_IsTheSameAlsoWithEqualValues()
    {
        double[] values = [0, 0, 0, 0, 0, 1, 1, 2, 5, 5, 9, double.NaN];
        int[] after = [1, 5, 7, 8, 10, 11];

        Assert.Equal(new NumberStatistic(values).Of(after), new NumberStatistic([.. values.Select(value => -value)]).Of(after), 12);
    }

    [Fact]
    public void Number_OnlyUnknownDiffers_IsTheirChiSquare()
    {
        // 10 of 20 unknown before, 0 of 20 after, the known ones equal: Pearson's χ² is 40 / 3, times 39 / 40.
        double[] values = [.. Enumerable.Repeat(double.NaN, 10), .. Enumerable.Repeat(1.0, 30)];

        Assert.Equal(13, new NumberStatistic(values).Of(Later(40, 20)), 12);
    }

    [Fact]
    public void Number_OtherSide_IsTheSame() =>
        Assert.Equal(new NumberStatistic([1, 1, 2, double.NaN, 3, 5]).Of([0, 3]), new NumberStatistic([1, 1, 2, double.NaN, 3, 5]).Of([1, 2, 4, 5]), 12);

    [Theory]
    [InlineData(200)]
    [InlineData(2000)]
    public void Number_AverageOverChance_IsAboutOne(int rows)
    {
        var chance = new Random(1);
        double[] values = [.. Enumerable.Range(0, rows).Select(_ => chance.NextDouble())];
        var statistic = new NumberStatistic(values);
        var after = Later(rows, 0);

        var mean = Enumerable.Range(0, 4000).Average(_ =>
        {
            chance.Shuffle(after);
            return statistic.Of(after.AsSpan(0, 50));
        });

        Assert.InRange(mean, 0.95, 1.05);
    }

    [Fact]
    public void Category_HalfAgainstNone_IsPearsonsChiSquare()
    {
        double[] values = [.. Enumerable.Repeat(7.0, 10), .. Enumerable.Repeat(double.NaN, 30)];

        Assert.Equal(40.0 / 3, new CategoryStatistic(values).Of(Later(40, 20)), 12);
    }

    [Fact]
    public void Category_ManyRareOnes_CountAsOne()
    {
        double[] values = [.. Enumerable.Repeat(7.0, 20), .. Enumerable.Range(100, 20).Select(value => (double)value)];

        Assert.Equal(40, new CategoryStatistic(values).Of(Later(40, 20)), 12);
    }

    private static int[] Later(int rows, int before) => [.. Enumerable.Range(before, rows - before)];
}
