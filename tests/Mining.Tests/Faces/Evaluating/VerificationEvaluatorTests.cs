using LiveQuality.Mining.Faces;
using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Tests.Faces.Heads;
using LiveQuality.Mining.Tests.Models;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Evaluating;

[Collection(TorchCollection.Name)]
public sealed class VerificationEvaluatorTests
{
    // Of length 1; a and b are near, c is far from both.
    private static readonly Dictionary<string, float[]> Vectors = new(StringComparer.Ordinal) { ["a"] = [1, 0], ["b"] = [0.96f, 0.28f], ["c"] = [0, 1] };

    private static readonly FacePair[] Pairs = [new(1, "a", "b", true), new(1, "a", "c", false), new(2, "b", "a", true), new(2, "b", "c", false)];

    [Fact]
    public void Evaluate_TwoFolds_ChoosesThresholdsItself()
    {
        // The head's own threshold takes all for one person.
        var evaluation = Evaluate(Pairs, threshold: 3);

        Assert.Equal((1.0, 0.5, 1.0), (evaluation.Metrics["accuracy"], evaluation.Metrics["accuracyCalibrated"], evaluation.Metrics["auc"]));
        Assert.Equal((4, 0), (evaluation.N, evaluation.AbstentionRate));
    }

    [Fact]
    public void Evaluate_OneFold_TakesTheThresholdOfTheHead() => Assert.Equal(0.5, Evaluate([.. Pairs.Select(pair => pair with { Fold = 1 })], threshold: 3).Metrics["accuracy"]);

    [Fact]
    public void Evaluate_PictureWithoutAFace_IsAnAbstention()
    {
        var evaluation = Evaluate([.. Pairs, new(1, "a", "nobody", true)], threshold: 0.5);

        Assert.Equal((4, 1.0), (evaluation.N, evaluation.Metrics["accuracyCalibrated"]));
        Assert.Equal(0.2, evaluation.AbstentionRate, 1e-12);
    }

    [Fact]
    public void Evaluate_NoPairWithTwoFaces_SaysSo() =>
        Assert.Equal("pairs.zip: no pair has a face in both pictures", Assert.Throws<MiningException>(() => Evaluate([new(1, "a", "nobody", true)], 1)).Message);

    [Fact]
    public void Evaluate_HeadOfOtherNets_NamesBoth()
    {
        var state = Manifests.IdentityState(1);
        using var head = new IdentityHead(Manifests.Of(IdentityHead.Name, state) with { Features = "other nets" }, state);

        Assert.Contains("was trained on the features other nets, not on invented nets", Assert.Throws<MiningException>(() => VerificationEvaluator.Evaluate(Set(Pairs), head, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Projection_IsSeenThrough()
    {
        // Only the second number counts: a and b are .28 apart, a and c 1.
        var evaluation = Evaluate(Pairs, 0.279, new WeightTensor([1, 2], [0, 1]));

        Assert.Equal(0.5, evaluation.Metrics["accuracyCalibrated"]);
        Assert.Equal(1, Evaluate(Pairs, 0.281, new WeightTensor([1, 2], [0, 1])).Metrics["accuracyCalibrated"]);
    }

    [Fact]
    public void Evaluate_HeadThatTellsNobodyApart_SaysSo()
    {
        var state = new Dictionary<string, WeightTensor>(StringComparer.Ordinal);
        using var head = new TreeCnnScorer(Manifests.Of(TreeCnnScorer.Name, state), state);

        Assert.EndsWith("says nothing of verification", Assert.Throws<MiningException>(() => VerificationEvaluator.Evaluate(Set(Pairs), head, 1)).Message, StringComparison.Ordinal);
    }

    private static FaceEvaluation Evaluate(FacePair[] pairs, double threshold, WeightTensor? projection = null)
    {
        var state = Manifests.IdentityState(threshold, projection);
        using var head = new IdentityHead(Manifests.Of(IdentityHead.Name, state), state);
        return VerificationEvaluator.Evaluate(Set(pairs), head, 1);
    }

    private static PairSet Set(FacePair[] pairs) => new(pairs, Vectors, new FaceDataSource("pairs.zip", new string('a', 64), 3), Manifests.Nets);
}
