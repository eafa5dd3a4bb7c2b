using LiveQuality.Mining.Faces;
using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Faces.Networks.Light;
using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Tests.Models;
using TorchSharp;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Heads;

/// <summary>A manifest and numbers that do not belong together are refused where they are loaded, not at the first face.</summary>
[Collection(TorchCollection.Name)]
public sealed class ScorerManifestTests
{
    private static readonly string[] Genders = ["female", "male"];

    [Fact]
    public void TreeCnn_GenderOnly_AnswersNothingElse()
    {
        using var head = new TreeCnnScorer(Manifests.Of(TreeCnnScorer.Name, Gender(), (FaceTasks.Gender, Genders)), Gender());

        var scores = head.Score(new FaceFeatures([new("block", 1)], [[3]]));

        Assert.Equal("male", scores.Gender!.Answer);
        Assert.Equal((null, null, null), (scores.Expression, scores.Race, scores.Age));
    }

    [Fact]
    public void TreeCnn_FaceOfOtherNets_IsRefused()
    {
        using var head = new TreeCnnScorer(Manifests.Of(TreeCnnScorer.Name, Gender(), (FaceTasks.Gender, Genders)), Gender());

        Assert.Throws<ArgumentException>(() => head.Score(new FaceFeatures([new("other", 1)], [[3]])));
        Assert.Throws<ArgumentException>(() => head.Score(new FaceFeatures([new("block", 2)], [[3, 3]])));
    }

    [Fact]
    public void TreeCnn_FewerAnswersNamedThanWeighed_SaysBothCounts() => Assert.Equal(
        "weights: 2 answers of gender, the manifest names 1",
        Assert.Throws<ModelFormatException>(() => new TreeCnnScorer(Manifests.Of(TreeCnnScorer.Name, Gender(), (FaceTasks.Gender, ["female"])), Gender())).Message);

    [Fact]
    public void TreeCnn_TaskWithoutNumbers_IsRefused() =>
        Assert.Throws<ModelFormatException>(() => new TreeCnnScorer(Manifests.Of(TreeCnnScorer.Name, Gender(), (FaceTasks.Race, Genders)), Gender()));

    [Theory]
    [InlineData(6, 2, null)]
    [InlineData(3, 2, "weights: 3 voters instead of 6")]
    [InlineData(6, 3, "with shape")] // one name too many for the nets
    public void TreeCnn_Expressions_HaveAVoterANetAndAName(int voters, int names, string? expected)
    {
        using var chance = new torch.Generator(1);
        using var net = new TreeLight(2, chance);
        var state = new Dictionary<string, WeightTensor>(StringComparer.Ordinal);
        state.AddPart(FaceTasks.Expression, Gender().Part(FaceTasks.Gender));
        state.AddPart(TreeCnnScorer.NetPart, ModuleState.Read(net));
        state.AddPart(TreeCnnScorer.PoolPart, new VotePool([.. Enumerable.Repeat(1.0, voters)]).State);
        var manifest = Manifests.Of(TreeCnnScorer.Name, state, (FaceTasks.Expression, [.. Enumerable.Range(0, names).Select(name => $"{name}")]));

        var refused = Record.Exception(() => new TreeCnnScorer(manifest, state).Dispose());

        Assert.Equal(expected is null, refused is null);
        Assert.Contains(expected ?? "", (refused as ModelFormatException)?.Message ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaceTasks.Gender)]
    [InlineData(FaceTasks.Race)]
    public void HmtNet_ThreeAnswersOrNone_AreRefused(string task)
    {
        var other = task == FaceTasks.Gender ? FaceTasks.Race : FaceTasks.Gender;

        Assert.All([[(other, Genders)], [(other, Genders), (task, ["a", "b", "c"])]], ((string, string[])[] classes) => Assert.Equal(
            $"the manifest does not name 2 answers of {task}", Assert.Throws<ModelFormatException>(() => new HmtNetScorer(Manifests.Of(HmtNetScorer.Name, Gender(), classes), Gender())).Message));
    }

    [Theory]
    [InlineData(FaceTasks.Attractiveness, HmtNetScorer.Name)]
    [InlineData(FaceTasks.Expression, TreeCnnScorer.Name)]
    [InlineData(FaceTasks.Age, TreeCnnScorer.Name)]
    [InlineData(FaceTasks.Gender, TreeCnnScorer.Name)]
    [InlineData(FaceTasks.Race, TreeCnnScorer.Name)]
    [InlineData(FaceTasks.Verification, IdentityHead.Name)]
    public void KindFor_EveryTask_IsTheHeadThatAnswersIt(string task, string kind)
    {
        Assert.Equal(kind, BundledHeads.KindFor(task));
        Assert.Contains(task, FaceEvaluation.Tasks);
    }

    [Fact]
    public void KindFor_UnknownTask_NamesThoseThereAre() =>
        Assert.Equal("'beauty' is no task: there are attractiveness, expression, age, gender, race, verification", Assert.Throws<MiningException>(() => BundledHeads.KindFor("beauty")).Message);

    // Male where the one column is above 0.
    private static Dictionary<string, WeightTensor> Gender() => new(StringComparer.Ordinal)
    {
        ["gender.weights"] = new WeightTensor([2, 1], [-1, 1]),
        ["gender.intercepts"] = new WeightTensor([2], [0, 0]),
    };
}
