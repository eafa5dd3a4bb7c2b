using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Tests.Faces.Heads;
using LiveQuality.Mining.Tests.Faces.Training;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Evaluating;

public sealed class FaceEvaluatorTests
{
    [Fact]
    public void Evaluate_Attractiveness_HasTheErrorsOfTheAnswers()
    {
        var evaluation = Evaluate(FaceTasks.Attractiveness, face => new FaceScores { Attractiveness = new Estimate(face, 1) }, Scored(1.5), Scored(1), Scored(4));

        // Faces are asked 1, 2, 3.
        Assert.Equal((0.5 + 1 + 1) / 3, evaluation.Metrics["mae"]!.Value, 1e-12);
        Assert.Equal(Math.Sqrt((0.25 + 1 + 1) / 3), evaluation.Metrics["rmse"]!.Value, 1e-12);
        Assert.Equal(("pearson", 3, true), (evaluation.GroupMetric, evaluation.N, evaluation.ResearchOnly));
    }

    [Fact]
    public void Evaluate_FigureThatIsNotDefined_IsNull()
    {
        var evaluation = Evaluate(FaceTasks.Attractiveness, _ => new FaceScores { Attractiveness = new Estimate(3, 1) }, Scored(1), Scored(2));

        Assert.Null(evaluation.Metrics["pearson"]);
        Assert.Null(evaluation.Intervals["pearson"]);
        Assert.NotNull(evaluation.Intervals["mae"]);
    }

    [Fact]
    public void Evaluate_Age_LooksAtAdultsUpToSixtyFiveFirst()
    {
        var evaluation = Evaluate(FaceTasks.Age, _ => new FaceScores { Age = new Estimate(30, 5) }, Aged(17), Aged(18), Aged(65), Aged(66));

        Assert.Equal((12 + 35) / 2.0, evaluation.Metrics["mae1865"]);
        Assert.Equal((13 + 12 + 35 + 36) / 4.0, evaluation.Metrics["mae"]);
    }

    [Fact]
    public void Evaluate_Gender_CountsGroupsOfThoseWhoAreLabelled()
    {
        LabelledFace[] labels = [InventedFaces.Label() with { Gender = "male", Race = "asian" }, InventedFaces.Label() with { Gender = "female" }, InventedFaces.Label()];

        var evaluation = Evaluate(FaceTasks.Gender, _ => new FaceScores { Gender = Sure("male") }, labels);

        Assert.Equal((0.5, 2), (evaluation.Metrics["accuracy"], evaluation.N));
        Assert.Null(evaluation.Metrics["accuracy18"]);
        Assert.Contains(new GroupScore("male", "asian", 1, 1), evaluation.Groups);
        Assert.Contains(new GroupScore("female", "unknown", 1, 0), evaluation.Groups);
    }

    [Fact]
    public void Evaluate_Race_KnowsTwoWordsForOneAndLeavesOutStrangers()
    {
        LabelledFace[] labels = [.. new[] { "caucasian", "white", "asian", "other" }.Select(race => InventedFaces.Label() with { Race = race })];

        var evaluation = Evaluate(FaceTasks.Race, _ => new FaceScores { Race = Sure("white") }, labels);

        Assert.Equal((2.0 / 3, 3), (evaluation.Metrics["accuracy4"], evaluation.N));
    }

    [Fact]
    public void Evaluate_Expression_HasAccuracyAndMeanRecall()
    {
        LabelledFace[] labels = [.. new[] { "happiness", "happiness", "happiness", "fear" }.Select(expression => InventedFaces.Label(expression))];

        var evaluation = Evaluate(FaceTasks.Expression, _ => new FaceScores { Expression = Sure("happiness") }, labels);

        Assert.Equal((0.75, 0.5), (evaluation.Metrics["accuracy"], evaluation.Metrics["meanRecall"]));
        Assert.Empty(evaluation.Groups);
    }

    [Theory]
    [InlineData(FaceTasks.Age, "none of the faces has a label 'age'")]
    [InlineData(FaceTasks.Attractiveness, "says nothing of attractiveness")]
    [InlineData("beauty", "'beauty' is nothing that single faces are asked")]
    [InlineData(FaceTasks.Verification, "'verification' is nothing that single faces are asked")]
    public void Evaluate_NobodyAnswers_SaysWhy(string task, string expected) =>
        Assert.Contains(expected, Assert.Throws<MiningException>(() => Evaluate(task, _ => new FaceScores(), Scored(3))).Message, StringComparison.Ordinal);

    [Fact]
    public void Evaluate_HeadOfOtherNets_NamesBoth()
    {
        var state = Manifests.IdentityState(1);
        using var head = new IdentityHead(Manifests.Of(IdentityHead.Name, state) with { Features = "other nets" }, state);
        var set = InventedFaces.Of([new TrainingFace(new FaceFeatures([new("block", 1)], [[1]]), Scored(3))]);

        Assert.Contains(
            $"was trained on the features other nets, not on {InventedFaces.Nets}",
            Assert.Throws<MiningException>(() => FaceEvaluator.Evaluate(set, FaceTasks.Attractiveness, head, 1)).Message,
            StringComparison.Ordinal);
    }

    private static LabelledFace Scored(double score) => InventedFaces.Label() with { Attractiveness = score };

    private static LabelledFace Aged(double age) => InventedFaces.Label() with { Age = age };

    private static ClassShares Sure(string answer) => new(answer, 1, new Dictionary<string, double>(StringComparer.Ordinal) { [answer] = 1 });

    // Face after face is number 1, 2, ...
    private static Mining.Faces.FaceEvaluation Evaluate(string task, Func<int, FaceScores> answer, params LabelledFace[] labels)
    {
        var set = InventedFaces.Of([.. labels.Select((label, at) => new TrainingFace(new FaceFeatures([new("block", 1)], [[at + 1]]), label))]);
        using var head = new FakeHead(answer);
        return FaceEvaluator.Evaluate(set, task, head, 1);
    }

    private sealed class FakeHead(Func<int, FaceScores> answer) : IFaceHead
    {
        public FaceHeadManifest Manifest { get; } = Manifests.Of("fake", new Dictionary<string, WeightTensor>(StringComparer.Ordinal), (FaceTasks.Race, ["asian", "white"]));

        public IReadOnlyDictionary<string, WeightTensor> State { get; } = new Dictionary<string, WeightTensor>(StringComparer.Ordinal);

        public FaceScores Score(FaceFeatures features) => answer((int)features["block"][0]);

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
