using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Tests.Models;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Training;

[Collection(TorchCollection.Name)]
public sealed class ExpressionTargetsTests
{
    private static readonly string[] Names = ["fear", "happiness"];

    [Fact]
    public void Of_TaggersVotes_AreTheirSharesOfTheKnownAnswers()
    {
        var targets = Of(InventedFaces.Label("happiness", ("happiness", 3), ("fear", 1), ("unknown", 6)), InventedFaces.Label("fear", ("fear", 10)));

        Assert.True(targets.AreVotes);
        Assert.Equal([0.25, 0.75, 1, 0], targets.Rows([0, 1]).Values.ToArray());
        Assert.Equal([1, 1], targets.Weights([0, 1]));
    }

    [Fact]
    public void Of_OneFaceWithoutVotes_TakesTheLabelsOfAll()
    {
        var targets = Of(InventedFaces.Label("happiness", ("happiness", 1), ("fear", 9)), InventedFaces.Label("fear"));

        Assert.False(targets.AreVotes);
        Assert.Equal([0, 1, 1, 0], targets.Rows([0, 1]).Values.ToArray());
    }

    [Fact]
    public void Weights_RareLabel_WeighsMoreByTheRootAndOneOnAverage()
    {
        var targets = Of([InventedFaces.Label("fear"), .. Enumerable.Repeat(InventedFaces.Label("happiness"), 4)]);

        var weights = targets.Weights([0, 1, 2, 3, 4]);

        // One is four times as rare as the other.
        Assert.Equal(2, weights[0] / weights[1], 1e-12);
        Assert.Equal(1, weights.Average(), 1e-12);
    }

    [Fact]
    public void Tensor_ChosenFaces_IsSharesTimesWeights()
    {
        var targets = Of([InventedFaces.Label("fear"), .. Enumerable.Repeat(InventedFaces.Label("happiness"), 4)]);

        using var tensor = targets.Tensor([4, 0]);

        Assert.Equal([2, 2], tensor.shape);
        Assert.Equal([0, (float)targets.Weights([4])[0], (float)targets.Weights([0])[0], 0], tensor.data<float>());
    }

    private static ExpressionTargets Of(params LabelledFace[] labels) =>
        ExpressionTargets.Of(InventedFaces.Of([.. labels.Select(label => new TrainingFace(InventedFaces.Set(1).Faces[0].Features, label))]), Names);
}
