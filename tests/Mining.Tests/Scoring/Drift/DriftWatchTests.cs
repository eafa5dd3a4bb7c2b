using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Scoring.Drift;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.Models;
using LiveQuality.Mining.Tests.Scoring.WarmAndCold;
using Microsoft.Extensions.Options;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Drift;

[Collection(TorchCollection.Name)]
public sealed class DriftWatchTests
{
    private static readonly IReadOnlyList<Live> Before = StartedWorld.Lives();
    private static readonly Lazy<ModelRecord> Model = new(() => StartedWorld.Train(Some.Table(Before)).Model);

    [Fact]
    public void Look_TooFewCameSince_IsNull()
    {
        Assert.Null(Look(Before, Model.Value));
        Assert.Null(Look([.. Before, .. Later(73)], Model.Value));
        Assert.NotNull(Look([.. Before, .. Later(75)], Model.Value));
    }

    [Fact]
    public void Look_MoreOfTheSame_DoesNotAlarm()
    {
        var report = Look([.. Before, .. Later(150)], Model.Value)!;

        Assert.False(report.Alarm, string.Join(", ", report.Columns.Where(column => column.Alarm)));
        Assert.Equal((100, 100), (report.RowsBefore, report.RowsAfter));
        Assert.True(report.CanAlarm);
    }

    [Fact]
    public void Look_PricesMoved_AlarmsAndNamesThem()
    {
        var report = Look([.. Before, .. Later(150).Select(live => live with { AmountFen = live.AmountFen * 5, OriginalPriceFen = live.OriginalPriceFen * 5 })], Model.Value)!;

        Assert.True(report.Alarm);
        Assert.Contains(report.Columns, column => column is { Name: "amount", Alarm: true });
        Assert.Contains(report.Columns[0].Name, new[] { "amount", "original_price" });
        Assert.DoesNotContain(report.Columns, column => column is { Name: "seats_taken", Alarm: true });
        Assert.Contains(report.Columns, column => column.Name == DriftReport.ScoreColumn);
    }

    [Fact]
    public void Look_ModelThatDoesNotSayUntilWhenItLearnt_IsNull()
    {
        var published = new Trainer(Options.Create(new TrainingOptions { Regressor = "mtb-dnn-2019", Epochs = 1 }), TimeProvider.System).Train(Some.Table(Before), null, CancellationToken.None).Model;

        Assert.Null(Look([.. Before, .. Later(150)], published));
    }

    private static IReadOnlyList<Live> Later(int count) => StartedWorld.Lives(count, seed: 2, from: StartedWorld.Count);

    private static DriftReport? Look(IReadOnlyList<Live> lives, ModelRecord model) =>
        new DriftWatch(Options.Create(new TrainingOptions())).Look(Some.Table(lives), model, TestContext.Current.CancellationToken);
}
