using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Scoring.WarmAndCold;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.Models;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.WarmAndCold;

[Collection(TorchCollection.Name)]
public sealed class ScoreModelTests
{
    private static readonly FeatureTable Table = Some.Table(StartedWorld.Lives());
    private static readonly Lazy<TrainingResult> Result = new(() => StartedWorld.Train(Table));

    private static readonly Live Plain = StartedWorld.Lives()[60] with { Id = "910000000000000001", ReviewCount = 0, ReviewScore = null };

    private static ModelRecord Model => Result.Value.Model;

    [Fact]
    public void Score_LiveThatHasNotStarted_IsColdAndDoesNotLookAtWhatComesAfter()
    {
        var coming = Plain with { StartsAt = StartedWorld.Now.AddDays(2) };
        var crowded = coming with { LikedNum = 499, SeatsTaken = 4999, SpeakerMessageCount = 390, ReplyMessageCount = 900, SpeakerAudioMessageCount = 300 };

        var (one, other) = (StartedWorld.ScoreOne(Model, coming), StartedWorld.ScoreOne(Model, crowded));

        Assert.Equal(ScoreBases.Cold, one.Basis);
        Assert.Equal(one, other);
    }

    [Fact]
    public void Score_LiveThatHasStarted_IsWarmAndLooksAtEverything()
    {
        var (few, many) = (StartedWorld.ScoreOne(Model, Plain with { LikedNum = 5 }), StartedWorld.ScoreOne(Model, Plain with { LikedNum = 495 }));

        Assert.Equal((ScoreBases.Warm, ScoreBases.Warm), (few.Basis, many.Basis));
        Assert.True(many.Value > few.Value + 0.2, $"{few.Value} with few likes, {many.Value} with many");
    }

    [Fact]
    public void Score_LiveThatStartsNowOrNobodyKnowsWhen_IsWarm()
    {
        Assert.Equal(ScoreBases.Warm, StartedWorld.ScoreOne(Model, Plain with { StartsAt = StartedWorld.Now }).Basis);
        Assert.Equal(ScoreBases.Cold, StartedWorld.ScoreOne(Model, Plain with { StartsAt = StartedWorld.Now.AddSeconds(1) }).Basis);
        Assert.Equal(ScoreBases.Warm, StartedWorld.ScoreOne(Model, Plain with { StartsAt = null }).Basis);
    }

    [Fact]
    public void Score_WithoutReviews_IsThePrediction()
    {
        var score = StartedWorld.ScoreOne(Model, Plain);

        Assert.Equal(score.Predicted!.Value, score.Value, 1e-9);
        Assert.Equal(0, score.EvidenceWeight);
    }

    [Fact]
    public void Score_WithMoreAndMoreReviews_SlidesToTheirMean()
    {
        // What the network says of the live changes a little with its review count.
        var scores = new[] { 5, 50, 500, 50_000 }.Select(count => StartedWorld.ScoreOne(Model, Plain with { ReviewCount = count, ReviewScore = 2.5 })).ToArray();

        Assert.Equal(scores.OrderByDescending(score => score.Value), scores);
        Assert.Equal(scores.OrderBy(score => score.EvidenceWeight), scores);
        Assert.Equal(2.5, scores[^1].Value, 0.01);
        Assert.All(scores, score => Assert.Equal(score.Predicted!.Value + (score.EvidenceWeight!.Value * (2.5 - score.Predicted.Value)), score.Value, 1e-6));
    }

    [Fact]
    public void Score_EveryLive_LiesInItsIntervalWithinRatings()
    {
        var scores = new Scorer(new FakeTimeProvider(StartedWorld.Now.AddDays(-20))).Score(Table, Model, reasons: false, TestContext.Current.CancellationToken);

        Assert.Equal(Table.Ids, scores.Select(score => score.Id));
        Assert.Equal(19, scores.Count(score => score.Basis == ScoreBases.Cold));
        Assert.All(scores, score =>
        {
            Assert.InRange(score.Low!.Value, 1, score.Value);
            Assert.InRange(score.High!.Value, score.Value, 5);
            Assert.True(score.High > score.Low, "an interval of no width");
            Assert.Equal(Model.Id, score.ModelId);
        });
    }

    [Fact]
    public void Unpack_WhatWasPacked_IsTheSameRecordAndScoresTheSameBits()
    {
        var unpacked = (ScoreModel)ModelArchive.Unpack(Model);
        var again = ModelArchive.Pack(unpacked, Model.CreatedAt);

        Assert.Equal((Model.Id, Model.Manifest, Model.WeightsSha256), (again.Id, again.Manifest, again.WeightsSha256));
        var trained = ScoreTrainer.Train(Table, new TrainingOptions(), null, TestContext.Current.CancellationToken).Model;
        int[] all = [.. Enumerable.Range(0, Table.Ids.Count)];
        Assert.Equal(
            trained.Score(Table, all, "m", reasons: false, StartedWorld.Now, TestContext.Current.CancellationToken),
            unpacked.Score(Table, all, "m", reasons: false, StartedWorld.Now, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("\"seed\":42", "\"seed\":43", "manifest and weights do not match the id", false)]
    [InlineData("\"dataSha256\"", "\"other\"", "the manifest is no manifest in JSON", true)]
    [InlineData("\"warm\":{\"columns\":[\"duration\"", "\"warm\":{\"columns\":[\"length\"", "length is no feature known here", true)]
    [InlineData("\"warm\":{\"columns\":[\"duration\",", "\"warm\":{\"columns\":[", "typical values for", true)]
    [InlineData("\"priorShare\":", "\"priorShare\":7", "the prior's share of variance is", true)]
    [InlineData("{\"kind\":\"mtb-dnn\"", "{\"kind\":\"mtb-dnn-2019\"", "the manifest is that of another kind", true)]
    public void Unpack_DamagedManifest_IsRefusedInOneLine(string original, string forged, string expected, bool isSealed)
    {
        var place = Model.Manifest.IndexOf(original, StringComparison.Ordinal);
        Assert.True(place >= 0, $"{original} is not in the manifest");
        var damaged = Model with { Manifest = Model.Manifest.Remove(place, original.Length).Insert(place, forged) };

        Assert.Contains(expected, Refused(isSealed ? Sealed(damaged) : damaged), StringComparison.Ordinal);
    }

    [Fact]
    public void Unpack_DamagedWeights_IsRefusedInOneLine()
    {
        Assert.Contains("SHA-256", Refused(Model with { Weights = [.. Model.Weights[..^1], (byte)(Model.Weights[^1] ^ 1)] }), StringComparison.Ordinal);
        var state = SafeTensors.Read(Model.Weights).ToDictionary(StringComparer.Ordinal);
        state.Remove("cold.net2.score");
        Assert.Contains("there is no tensor net2.score", Refused(Sealed(Model with { Weights = SafeTensors.Write(state) })), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_SameTableAndOptions_GivesTheSameIdAndOtherOnesAnother()
    {
        Assert.Equal(Model.Id, StartedWorld.Train(Some.Table(StartedWorld.Lives())).Model.Id);
        Assert.NotEqual(Model.Id, StartedWorld.Train(Table, seed: 43).Model.Id);
        Assert.Matches("^mtb-dnn-[0-9a-f]{12}$", Model.Id);
    }

    [Fact]
    public void Train_Manifest_NamesDataOptionsSeedsSlicesCoverageAndVersions()
    {
        var manifest = JsonDocument.Parse(Model.Manifest).RootElement;

        Assert.Equal(Table.Sha256([.. Enumerable.Range(0, Table.Ids.Count)]), manifest.GetProperty("dataSha256").GetString());
        Assert.Equal((42, 18, 42), (Int("options", "seed"), Int("options", "minReviews"), Int("network", "seed")));
        Assert.Equal((100, Result.Value.TrainingSpeakers), (manifest.GetProperty("trainingRows").GetInt32(), manifest.GetProperty("trainingSpeakers").GetInt32()));
        Assert.Equal(StartedWorld.First.AddDays(149).ToUnixTimeSeconds(), manifest.GetProperty("learntUntil").GetDouble());
        string[] slices = [.. manifest.GetProperty("slices").EnumerateArray().Select(slice => slice.GetProperty("slice").GetString()!)];
        Assert.All(["tag:0", "price:40+", "speaker:new", "speaker:known", "reviews:18-29", "reviews:120+"], slice => Assert.Contains(slice, slices));
        Assert.Equal(4 * 100, manifest.GetProperty("slices").EnumerateArray().Sum(slice => slice.GetProperty("rows").GetInt32()));
        Assert.All(["warm", "cold"], side =>
        {
            Assert.InRange(manifest.GetProperty(side).GetProperty("coverage").GetProperty("share").GetDouble(), 0.5, 1);
            Assert.Equal(5, manifest.GetProperty(side).GetProperty("epochs").GetArrayLength());
        });
        Assert.Equal(["Microsoft.ML", "TorchSharp", "libtorch"], manifest.GetProperty("versions").EnumerateObject().Select(version => version.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("liked_num", Columns(manifest, "cold"));
        Assert.Contains("liked_num", Columns(manifest, "warm"));

        int Int(string part, string name) => manifest.GetProperty(part).GetProperty(name).GetInt32();
    }

    [Fact]
    public void Train_Holdout_BeatsTheMeanAndIsWhatPredictApartSays()
    {
        var model = (ScoreModel)ModelArchive.Unpack(Model);
        var rows = Table.RowsWithReviews(18);
        var holdout = Result.Value.Holdout;

        var apart = model.PredictApart(Table, rows);

        var error = apart.Zip(Table.Targets(rows), (said, rating) => Math.Abs(said - rating)).Average();
        Assert.Equal(holdout.Model.Mae, error, 1e-6);
        Assert.True(holdout.Model.Mae < 0.8 * holdout.TrainingMean.Mae, $"{holdout.Model} against {holdout.TrainingMean}");
    }

    [Theory]
    [InlineData(40, 30, "of 40 lives there are 26, of")]
    [InlineData(150, 6, "of 150 lives there are 100, of 6 speakers")]
    [InlineData(0, 1, "of 0 lives there are 0, of 0 speakers")]
    public void Train_TooFewLivesOrSpeakers_SaysHowManyAreNeeded(int lives, int speakers, string expected)
    {
        var message = Assert.Throws<MiningException>(() => StartedWorld.Train(Some.Table(StartedWorld.Lives(lives, speakers: speakers)))).Message;

        Assert.StartsWith("training needs at least 30 lives of 10 speakers with a score and 18 or more reviews each", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Cancelled_Ends() => Assert.ThrowsAny<OperationCanceledException>(() =>
        new Trainer(Options.Create(new TrainingOptions()), TimeProvider.System).Train(Table, null, new CancellationToken(canceled: true)));

    [Fact]
    public void Score_ModelThatLearntFromPortraits_NeedsThem()
    {
        var lives = StartedWorld.Lives();
        var seen = Some.TableWithPortraits(lives.Select((live, number) => (live, number % 2 == 0 ? Some.Face() : null)));
        var model = StartedWorld.Train(seen).Model;
        var scorer = new Scorer(new FakeTimeProvider(StartedWorld.Now));

        var manifest = JsonDocument.Parse(model.Manifest).RootElement;
        Assert.All(["warm", "cold"], side => Assert.Contains(PortraitFeatures.HasFace, Columns(manifest, side)));
        Assert.Equal(lives.Count, scorer.Score(seen, model, reasons: false, TestContext.Current.CancellationToken).Count);
        Assert.Contains("Faces:Enabled", Assert.Throws<MiningException>(() => scorer.Score(Table, model, reasons: false, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        Assert.Equal(lives.Count, scorer.Score(seen, Model, reasons: false, TestContext.Current.CancellationToken).Count);
    }

    private static IEnumerable<string> Columns(JsonElement manifest, string side) => manifest.GetProperty(side).GetProperty("columns").EnumerateArray().Select(column => column.GetString()!);

    private static string Refused(ModelRecord record)
    {
        var message = Assert.Throws<ModelFormatException>(() => ModelArchive.Unpack(record)).Message;
        Assert.StartsWith($"model {record.Id}: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        return message;
    }

    // As somebody would who forges more than one place.
    private static ModelRecord Sealed(ModelRecord record) => record with
    {
        Id = $"{record.Kind}-{Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(record.Manifest), .. record.Weights]))[..12]}",
        WeightsSha256 = Convert.ToHexStringLower(SHA256.HashData(record.Weights)),
    };
}
