using System.Text.Json;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Tests.Builders;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring;

public sealed class TrainerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Train_SameTableAndOptions_GivesTheSameModelWhateverTheTime()
    {
        var table = Some.World(lives: 90, speakers: 20);

        var one = Train(table, new FakeTimeProvider(Now));
        var other = Train(table, new FakeTimeProvider(Now.AddDays(1)));

        Assert.Equal(one.Model.Id, other.Model.Id);
        Assert.Equal(one.Model.Manifest, other.Model.Manifest);
        Assert.Equal(one.Model.Weights, other.Model.Weights);
        Assert.Equal(Now, one.Model.CreatedAt);
        Assert.Matches("^mtb-dnn-2019-[0-9a-f]{12}$", one.Model.Id);
    }

    [Fact]
    public void Train_OtherSeedOrData_GivesAnotherModel()
    {
        var table = Some.World(lives: 90, speakers: 20);

        var ids = new[] { Train(table), Train(table, seed: 43), Train(Some.World(lives: 90, speakers: 20, seed: 2)) }.Select(result => result.Model.Id);

        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void Train_LearnableScores_BeatsTheMeanOnUnseenSpeakers()
    {
        var holdout = Train(Some.World(lives: 600, speakers: 100), epochs: 20).Holdout;

        Assert.Equal(20, holdout.HeldOutSpeakers);
        Assert.Equal(400, holdout.TrainingRows + holdout.HeldOutRows);
        Assert.True(holdout.Model.Rmse < 0.8 * holdout.TrainingMean.Rmse, $"{holdout.Model} against {holdout.TrainingMean}");
    }

    [Theory]
    [InlineData(15, 24, 15)]
    [InlineData(23, 23, 23)]
    [InlineData(24, 24, 24)]
    public void Train_FeatureSets_ReachTheModelInTheirNumber(int features, int read, int selected)
    {
        var manifest = JsonDocument.Parse(Train(Some.World(lives: 90, speakers: 20), features: features).Model.Manifest).RootElement.GetProperty("pipeline");

        Assert.Equal(read, manifest.GetProperty("columns").GetArrayLength());
        Assert.Equal(selected, manifest.GetProperty("selection").GetProperty("kept").GetArrayLength());
    }

    [Fact]
    public void Train_Manifest_NamesDataOptionsAndMeasurement()
    {
        var table = Some.World(lives: 90, speakers: 20);

        var result = Train(table);

        var manifest = JsonDocument.Parse(result.Model.Manifest).RootElement;
        Assert.Equal("mtb-dnn-2019", manifest.GetProperty("kind").GetString());
        Assert.Equal(60, manifest.GetProperty("trainingRows").GetInt32());
        Assert.Equal(table.Sha256(table.RowsWithReviews(18)), manifest.GetProperty("dataSha256").GetString());
        Assert.Equal(42, manifest.GetProperty("options").GetProperty("seed").GetInt32());
        Assert.Equal(18, manifest.GetProperty("options").GetProperty("minReviews").GetInt32());
        Assert.Equal(result.Holdout.Model.Mae, manifest.GetProperty("holdout").GetProperty("model").GetProperty("mae").GetDouble());
        Assert.StartsWith("2.", manifest.GetProperty("versions").GetProperty("libtorch").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Progress_CountsBothTrainingsAsOne()
    {
        var heard = new List<FitProgress>();

        Train(Some.World(lives: 90, speakers: 20), progress: new Listener(heard.Add));

        Assert.Equal([(1, 6), (2, 6), (3, 6), (4, 6), (5, 6), (6, 6)], heard.Select(report => (report.Epoch, report.Epochs)));
    }

    [Theory]
    [InlineData(27, 18, "of 27 lives there are 18, of 18 speakers")]
    [InlineData(90, 3, "of 90 lives there are 60, of 2 speakers")]
    [InlineData(0, 1, "of 0 lives there are 0, of 0 speakers")]
    public void Train_TooFewLivesOrSpeakers_SaysHowManyAreNeeded(int lives, int speakers, string expected)
    {
        var table = lives == 90 ? Some.World(lives, speakers) : Some.World(lives, lives + 1);

        var error = Assert.Throws<MiningException>(() => Train(table));

        Assert.StartsWith("training needs at least 20 lives of 5 speakers with a score and 18 or more reviews each", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Cancelled_Ends() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            new Trainer(Options.Create(new TrainingOptions { Regressor = "mtb-dnn-2019" }), TimeProvider.System)
                .Train(Some.World(lives: 90, speakers: 20), null, new CancellationToken(canceled: true)));

    private static TrainingResult Train(
        FeatureTable table, TimeProvider? time = null, int seed = 42, int features = 15, int epochs = 3, IProgress<FitProgress>? progress = null) =>
        new Trainer(Options.Create(new TrainingOptions { Regressor = "mtb-dnn-2019", Seed = seed, Features = features, Epochs = epochs }), time ?? TimeProvider.System)
            .Train(table, progress, TestContext.Current.CancellationToken);

    private sealed class Listener(Action<FitProgress> heard) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => heard(value);
    }
}
