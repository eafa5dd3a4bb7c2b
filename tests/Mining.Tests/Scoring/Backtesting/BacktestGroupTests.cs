using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Scoring.Backtesting;
using LiveQuality.Mining.Scoring.Intervals;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Backtesting;

public sealed class BacktestGroupTests
{
    [Fact]
    public void Of_LivesWithAndWithoutAMean_ComparesEachNumberOnTheLivesThatHaveIt()
    {
        var group = BacktestGroup.Of(
        [
            new("1", EvidenceBands.None, null, Prior: 4, Posterior: 4, Low: 3.5, High: 4.5, Truth: 4.8),
            new("2", EvidenceBands.Few, 5, Prior: 4, Posterior: 4.4, Low: 4, High: 5, Truth: 4.4),
            new("3", EvidenceBands.Few, 3, Prior: 4, Posterior: 3.5, Low: 3.4, High: 3.6, Truth: 3.4),
        ]);

        Assert.Equal((3, 2), (group.N, group.NShown));
        AssertErrors(0.5, Math.Sqrt(0.26), group.Shown);
        AssertErrors(1.8 / 3, Math.Sqrt((0.64 + 0.16 + 0.36) / 3), group.Prior);
        AssertErrors(0.9 / 3, Math.Sqrt((0.64 + 0.01) / 3), group.Posterior);
        Assert.Equal(2.0 / 3, group.Coverage90);
        // The same lives for all three: the first one's error is in none of them.
        Assert.Equal((2, 2), (group.WhereShown.N, group.WhereShown.NShown));
        AssertErrors(0.5, Math.Sqrt(0.26), group.WhereShown.Prior);
        AssertErrors(0.05, Math.Sqrt(0.005), group.WhereShown.Posterior);
        Assert.Equal([EvidenceBands.None, EvidenceBands.Few, EvidenceBands.Some], group.Bands.Keys);
        Assert.Equal(group.WhereShown, group.Bands[EvidenceBands.Few]);
        Assert.Null(group.Bands[EvidenceBands.None].Shown);
        AssertErrors(0.8, 0.8, group.Bands[EvidenceBands.None].Posterior);
        Assert.Equal(new BacktestFigures(0, 0, null, null, null, null), group.Bands[EvidenceBands.Some]);
    }

    private static void AssertErrors(double mae, double rmse, Errors? errors)
    {
        Assert.NotNull(errors);
        Assert.Equal(mae, errors.Mae, 1e-12);
        Assert.Equal(rmse, errors.Rmse, 1e-12);
    }
}
