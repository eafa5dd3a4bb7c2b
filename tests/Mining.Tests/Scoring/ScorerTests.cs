using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Tests.Builders;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring;

public sealed class ScorerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Scorer Scorer = new(new FakeTimeProvider(Now));
    private static readonly FeatureTable World = Some.World(lives: 150, speakers: 30);
    private static readonly ModelRecord Model = Train();

    [Fact]
    public void Score_EveryLive_AlsoThoseWithoutReviews()
    {
        var scores = Scorer.Score(World, Model, reasons: false, TestContext.Current.CancellationToken);

        Assert.Equal(World.Ids, scores.Select(score => score.Id));
        Assert.All(scores, score => Assert.InRange(score.Value, 1, 5));
        Assert.All(scores, score => Assert.Equal((Model.Id, Now), (score.ModelId, score.ScoredAt)));
        Assert.True(scores.Select(score => score.Value).Distinct().Count() > World.Ids.Count / 2, "scores must tell lives apart");
    }

    [Fact]
    public void Score_AbsurdButPossibleNumbers_StayWithinRatings()
    {
        var table = Some.Table(Some.Live("1") with { LikedNum = long.MaxValue, AmountFen = long.MaxValue }, Some.Live("2") with { LikedNum = long.MinValue }, Some.Live("3"));

        Assert.All(Scorer.Score(table, Model, reasons: false, TestContext.Current.CancellationToken), score => Assert.InRange(score.Value, 1, 5));
    }

    [Fact]
    public void Score_EmptyTable_GivesNoScores() => Assert.Empty(Scorer.Score(Some.Table(), Model, reasons: false, TestContext.Current.CancellationToken));

    [Fact]
    public void Score_ModelFromTheStore_GivesTheSameAsBefore()
    {
        var stored = JsonSerializer.Deserialize(
            JsonSerializer.Serialize(Model, RecordJson.Relaxed.ModelRecord), RecordJson.Relaxed.ModelRecord)!;

        Assert.Equal(Scorer.Score(World, Model, reasons: false, TestContext.Current.CancellationToken).Select(score => score.Value), Scorer.Score(World, stored, reasons: false, TestContext.Current.CancellationToken).Select(score => score.Value));
    }

    [Fact]
    public void Score_DamagedModel_ScoresNothing() =>
        Assert.Throws<ModelFormatException>(() => Scorer.Score(World, Model with { Weights = [.. Model.Weights[..^1], (byte)(Model.Weights[^1] ^ 1)] }, reasons: false, TestContext.Current.CancellationToken));

    private static ModelRecord Train() =>
        new Trainer(Options.Create(new TrainingOptions { Regressor = "mtb-dnn-2019", Epochs = 5 }), new FakeTimeProvider(Now)).Train(World, null, CancellationToken.None).Model;
}
