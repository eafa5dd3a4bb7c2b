using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Scoring.Backtesting;
using LiveQuality.Mining.Study.Tables;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Backtesting;

/// <summary>What scores are worth on real lives, of which an older edition was made from the real one.</summary>
public sealed class JanuaryBacktestTests
{
    [Fact]
    public void Run_RealLives_PosteriorComesNearestAndIntervalsKeepTheirPromise()
    {
        var later = StudyTableReader.Read(RealData.Path("ZhihuLiveDB-2018-01.xlsx"), TestContext.Current.CancellationToken);

        var report = Backtest.Run(OlderEdition.Of(later, seed: 1), later, new MtbDnnOptions(), minReviews: 18, null, TestContext.Current.CancellationToken);

        var (few, coming) = (report.FewThenManyLater, report.NewLives);
        TestContext.Current.TestOutputHelper?.WriteLine($"{few}\n{string.Join('\n', few.Bands)}\n{coming}");
        Assert.True(few.NShown > 200 && coming.N > 200);
        var where = few.WhereShown;
        Assert.True(where.Posterior!.Mae < where.Shown!.Mae && where.Posterior.Mae < where.Prior!.Mae);
        Assert.True(where.Posterior.Rmse < where.Shown.Rmse && where.Posterior.Rmse < where.Prior!.Rmse);
        // These lives end with 18 to 59 reviews, fewer than those that intervals are learnt from: less comes after, and intervals hold it more often than promised.
        Assert.InRange(few.Coverage90!.Value, 0.87, 0.95);
        // The lives of the last fifth lie nearer to each other than those before, so that intervals learnt from the latter are wider than they need be.
        Assert.InRange(coming.Coverage90!.Value, 0.87, 0.98);
        Assert.Equal(coming.Prior!.Mae, coming.Posterior!.Mae, 1e-9);
    }
}
