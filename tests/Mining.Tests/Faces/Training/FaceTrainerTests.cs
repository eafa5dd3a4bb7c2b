using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Tests.Models;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Training;

/// <summary>Each trainer from invented faces to a head.</summary>
[Collection(TorchCollection.Name)]
public sealed class FaceTrainerTests(TrainedHeads heads) : IClassFixture<TrainedHeads>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(TransFbpScorer.Name, 0.95)]
    [InlineData(CrNetScorer.Name, 0.3)] // in three passes; by chance it is .13 or less two times in three
    [InlineData(HmtNetScorer.Name, 0.3)]
    public void Train_Attractiveness_IsFoundOnFacesThatWereKeptOut(string kind, double least)
    {
        var metrics = heads[kind].Manifest.Validation;

        Assert.True(metrics["attractiveness.pearson"] > least, string.Join(", ", metrics));
    }

    [Theory]
    [InlineData(TransFbpScorer.Name, 6)] // a tenth
    [InlineData(CrNetScorer.Name, 60)] // each by the net that had not seen it
    public void Train_Anything_SaysInTheManifestWhatItIs(string kind, int validated)
    {
        var head = heads[kind];

        var manifest = head.Manifest;
        Assert.Equal((kind, InventedFaces.Nets, TrainedHeads.Seed, true), (manifest.Kind, manifest.Features, manifest.Seed, manifest.ResearchOnly));
        Assert.Equal(["low", "high"], manifest.Blocks);
        Assert.Equal(new FaceDataSource("invented.zip", new string('a', 64), 60), Assert.Single(manifest.Data));
        Assert.Equal(validated, manifest.Validation["attractiveness.n"]);
        Assert.Equal(FaceHeadFile.HashOf(head.State), manifest.WeightsSha256);
    }

    [Fact]
    public void Train_HmtNet_TellsGenderAndRaceApart()
    {
        var said = heads.Set.Faces.Select(face => (face.Label, Scores: heads[HmtNetScorer.Name].Score(face.Features))).ToArray();

        Assert.InRange(said.Count(face => face.Scores.Gender!.Answer == face.Label.Gender), 48, 60);
        Assert.InRange(said.Count(face => face.Scores.Race!.Answer == face.Label.Race), 48, 60);
    }

    [Fact]
    public void Train_TreeCnn_AnswersEveryTaskOnNewFaces()
    {
        var (head, fresh) = (heads[TreeCnnScorer.Name], InventedFaces.Set(seed: 2).Faces);

        var said = fresh.Select(face => (face.Label, Scores: head.Score(face.Features))).ToArray();

        Assert.Equal(6, head.Manifest.Validation["expression.n"]);
        // Of three answers, and of two each.
        Assert.InRange(said.Count(face => face.Scores.Expression!.Answer == face.Label.Expression), 48, 60);
        Assert.InRange(said.Count(face => face.Scores.Gender!.Answer == face.Label.Gender), 45, 60);
        Assert.InRange(said.Count(face => face.Scores.Race!.Answer == face.Label.Race), 45, 60);
        // All ages alike would be 6.4 years off.
        Assert.InRange(said.Average(face => Math.Abs(face.Scores.Age!.Value.Mean - face.Label.Age!.Value)), 0, 1);
        Assert.Null(said[0].Scores.Attractiveness);
    }

    [Fact]
    public void Train_TreeCnnWithoutExpressions_AnswersTheRest()
    {
        using var head = Train(TreeCnnScorer.Name, InventedFaces.Set(change: label => label with { Expression = null, Race = "other" }));

        var scores = head.Score(heads.Set.Faces[0].Features);

        Assert.Equal((null, null), (scores.Expression, scores.Race));
        Assert.NotNull(scores.Gender);
        Assert.NotNull(scores.Age);
    }

    [Theory]
    [InlineData(TransFbpScorer.Name)]
    [InlineData(CrNetScorer.Name)]
    [InlineData(HmtNetScorer.Name)]
    [InlineData(TreeCnnScorer.Name)]
    public void Train_SameSeed_WritesTheSameBytes(string kind)
    {
        using var same = Train(kind, heads.Set);

        Assert.Equal(Bytes(heads[kind]), Bytes(same));
    }

    [Theory]
    [InlineData(TransFbpScorer.Name)]
    [InlineData(HmtNetScorer.Name)]
    public void Train_AnotherSeed_LearnsOtherNumbers(string kind)
    {
        using var other = Train(kind, heads.Set, TrainedHeads.Seed + 1);

        Assert.NotEqual(FaceHeadFile.HashOf(heads[kind].State), FaceHeadFile.HashOf(other.State));
    }

    [Theory]
    [InlineData(TransFbpScorer.Name)]
    [InlineData(CrNetScorer.Name)]
    [InlineData(HmtNetScorer.Name)]
    [InlineData(TreeCnnScorer.Name)]
    public void Train_ReadBackFromItsFile_SaysTheSame(string kind)
    {
        FaceHeadFile.Write(_folder.PathOf("head.json"), heads[kind]);

        using var read = FaceHeadFile.Read(_folder.PathOf("head.json"));

        Assert.All(heads.Set.Faces.Take(5), face => Assert.Equivalent(heads[kind].Score(face.Features), read.Score(face.Features), strict: true));
    }

    [Fact]
    public void Train_CrNetStoppedInItsThirdNetAndGoneOn_WritesTheSameBytes()
    {
        using var stop = new CancellationTokenSource();
        var listener = new Listener<FitProgress>(progress => Cancel(progress.Epoch));
        Assert.ThrowsAny<OperationCanceledException>(() => TrainedHeads.Train(CrNetScorer.Name, heads.Set, TrainedHeads.Seed, _folder.PathOf("head.checkpoint"), listener, stop.Token));
        Assert.NotEmpty(Checkpoints());

        using var resumed = Train(CrNetScorer.Name, heads.Set);

        Assert.Equal(Bytes(heads[CrNetScorer.Name]), Bytes(resumed));

        string[] Checkpoints() => Directory.GetFiles(_folder.PathOf("."), "*.checkpoint*");

        void Cancel(int pass)
        {
            if (pass == (2 * TrainedHeads.Few.Epochs) + 1)
            {
                stop.Cancel();
            }
        }
    }

    [Theory]
    [InlineData(TransFbpScorer.Name, "none of the faces has a label 'attractiveness'")]
    [InlineData(CrNetScorer.Name, "none of the faces has a label 'attractiveness'")]
    [InlineData(HmtNetScorer.Name, "none of the faces has a label 'attractiveness, gender and race'")]
    [InlineData(TreeCnnScorer.Name, "none of the faces has a label to learn from: expression, age, gender or race")]
    public void Train_NoLabelToLearnFrom_SaysWhichIsMissing(string kind, string expected) =>
        Assert.Equal(expected, Refused(kind, InventedFaces.Set(change: _ => InventedFaces.Label())));

    [Theory]
    [InlineData(TransFbpScorer.Name)]
    [InlineData(CrNetScorer.Name)]
    [InlineData(HmtNetScorer.Name)]
    [InlineData(TreeCnnScorer.Name)]
    public void Train_NineFaces_SaysHowManyAreNeeded(string kind) => Assert.Contains("at least 10 are needed", Refused(kind, InventedFaces.Set(9)), StringComparison.Ordinal);

    [Fact]
    public void Train_HmtNetWithOneGender_SaysThatItNeedsTwo() => Assert.Equal(
        "hmt-net tells two answers of 'gender' apart, the faces have 1: female", Refused(HmtNetScorer.Name, InventedFaces.Set(change: label => label with { Gender = "female" })));

    private IFaceHead Train(string kind, TrainingSet set, int seed = TrainedHeads.Seed) =>
        TrainedHeads.Train(kind, set, seed, _folder.PathOf("head.checkpoint"), null, TestContext.Current.CancellationToken);

    private string Refused(string kind, TrainingSet set) => Assert.Throws<MiningException>(() => Train(kind, set)).Message;

    private string Bytes(IFaceHead head)
    {
        FaceHeadFile.Write(_folder.PathOf("head.json"), head);
        return File.ReadAllText(_folder.PathOf("head.json")) + Convert.ToBase64String(File.ReadAllBytes(_folder.PathOf("head.safetensors")));
    }
}
