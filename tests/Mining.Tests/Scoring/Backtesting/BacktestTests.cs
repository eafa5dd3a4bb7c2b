using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Scoring.Backtesting;
using LiveQuality.Mining.Study.Tables;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Tests;
using Microsoft.Extensions.Options;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Backtesting;

public sealed class BacktestTests : IDisposable
{
    private static readonly MtbDnnOptions Small = new() { Members = 2, Branches = 2, Width = 8, Epochs = 2, Seed = 7 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_OneGroupWithoutLives_SaysNothingOfItAndTrainsOnce()
    {
        var (then, later) = TwoEditions.Create();
        var heard = new List<FitProgress>();

        var report = Run(then, then.Map((_, number) => later.Rows[number]), new Listener(heard.Add));

        Assert.Equal((TwoEditions.Few, TwoEditions.Old - TwoEditions.Few, 18, 7), (report.FewThenManyLater.N, report.TrainingRows, report.MinReviews, report.Seed));
        Assert.Equal(new BacktestFigures(0, 0, null, null, null, null), report.NewLives.WhereShown);
        Assert.Equal((0, null, null), (report.NewLives.N, report.NewLives.Prior, report.NewLives.Coverage90));
        Assert.Equal((4, 4), (heard[^1].Epoch, heard[^1].Epochs));
    }

    [Fact]
    public void Run_BothGroups_CountsTheirTrainingsAsOne()
    {
        var (then, later) = TwoEditions.Create();
        var heard = new List<FitProgress>();

        var report = Run(then, later, new Listener(heard.Add));

        Assert.Equal((TwoEditions.Few, TwoEditions.New), (report.FewThenManyLater.N, report.NewLives.N));
        Assert.Equal((0, null), (report.NewLives.NShown, report.NewLives.Shown));
        Assert.Equal(report.FewThenManyLater.N, report.FewThenManyLater.Bands.Values.Sum(band => band.N));
        Assert.Equal((8, 8), (heard[^1].Epoch, heard[^1].Epochs));
    }

    [Fact]
    public void Run_SameFileTwice_SaysThatThereIsNothingToCompare()
    {
        var file = _folder.PathOf("table.csv");
        StudyFile.Write(file, rows: 40);

        var error = Assert.Throws<MiningException>(() => new Backtest(Options.Create(new TrainingOptions())).Run(file, file, null, TestContext.Current.CancellationToken));

        Assert.Equal("no live of table.csv had fewer than 18 reviews and 18 or more in table.csv, and no live that is new there has as many", error.Message);
    }

    [Fact]
    public void Run_TooFewLivesToLearnFrom_NamesTheOlderFile()
    {
        var (then, later) = TwoEditions.Create();

        var error = Assert.Throws<MiningException>(() => Run(then with { Rows = [.. then.Rows.Take(20)] }, later, null));

        Assert.StartsWith("then.csv: training needs at least 30 lives of 10 speakers", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("of 20 lives there are 15, of 15 speakers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Cancelled_Ends()
    {
        var (then, later) = TwoEditions.Create();

        Assert.ThrowsAny<OperationCanceledException>(() => Backtest.Run(then, later, Small, 18, null, new CancellationToken(canceled: true)));
    }

    private static BacktestReport Run(StudyTable then, StudyTable later, IProgress<FitProgress>? progress) => Backtest.Run(then, later, Small, 18, progress, TestContext.Current.CancellationToken);

    private sealed class Listener(Action<FitProgress> heard) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => heard(value);
    }
}
