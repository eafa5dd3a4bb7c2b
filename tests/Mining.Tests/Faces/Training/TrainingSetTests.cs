using CsCheck;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Training;

public sealed class TrainingSetTests
{
    [Fact]
    public void Split_AnyCount_PartsAllFacesAndKeepsATenthRoundedUp() => Gen.Select(Gen.Int[10, 60], Gen.Int).Sample((count, seed) =>
    {
        var (fit, validation) = InventedFaces.Of([.. Enumerable.Repeat(InventedFaces.Set(1).Faces[0], count)]).Split(seed);

        Assert.Equal((count + 9) / 10, validation.Length);
        Assert.Equal(Enumerable.Range(0, count), fit.Concat(validation).Order());
        Assert.Equal(fit.Order(), fit);
        Assert.Equal(validation.Order(), validation);
    }, iter: 50);

    [Fact]
    public void Split_BySeed_IsTheSameAndOtherwiseAnother()
    {
        var set = InventedFaces.Set();

        Assert.Equal(set.Split(3).Validation, set.Split(3).Validation);
        Assert.NotEqual(set.Split(3).Validation, set.Split(4).Validation);
    }

    [Fact]
    public void Enough_NineFaces_SaysHowManyAreNeeded() => Assert.Equal(
        "9 faces with a label 'age' are too few to learn from: at least 10 are needed", Assert.Throws<MiningException>(() => InventedFaces.Set(9).Enough("age")).Message);

    [Fact]
    public void With_SomeFaces_KeepsThem() =>
        Assert.Equal(["0.jpg", "3.jpg"], InventedFaces.Set(6).With("anger", label => label.Expression == "anger").Faces.Select(face => face.Label.File));

    [Fact]
    public void With_NoFace_NamesTheLabel() =>
        Assert.Equal("none of the faces has a label 'age'", Assert.Throws<MiningException>(() => InventedFaces.Set(6).With("age", _ => false)).Message);

    [Fact]
    public void Rows_SomeBlocksOfSomeFaces_AreInTheAskedOrder()
    {
        var set = InventedFaces.Set(3);

        var rows = set.Rows(["high", "low"], [2, 0]);

        Assert.Equal(set.Faces[2].Features.Join("high", "low").Select(value => (double)value), rows.Row(0).ToArray());
        Assert.Equal(set.Faces[0].Features.Join("high", "low").Select(value => (double)value), rows.Row(1).ToArray());
    }
}
