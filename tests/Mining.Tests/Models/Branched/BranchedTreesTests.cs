using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Branched;

public sealed class BranchedTreesTests
{
    private static readonly RatedRows Rows = RatedWorld.Rated(rows: 200);
    private static readonly BranchedTrees Trees = Grown();

    // One tree of two nodes: column 0 at 5, then column 1 at 7; leaves 1, 2, 3.
    private static readonly Dictionary<string, float[]> Small = new(StringComparer.Ordinal)
    {
        ["trees.medians"] = [1, 9],
        ["trees.nodes"] = [0, 5, ~0, 1, 1, 7, ~1, ~2],
        ["trees.leaves"] = [1, 2, 3],
        ["trees.sizes"] = [1, 1, 2],
    };

    [Fact]
    public void Load_WhatWasSaved_SaysTheSameToTheBit()
    {
        var saved = Trees.Save().ToDictionary(pair => pair.Name, pair => pair.Values, StringComparer.Ordinal);
        var unseen = RatedWorld.Features(100, 9);

        var again = BranchedTrees.Load(RatedWorld.Columns, name => saved[name]);

        Assert.Equal(Trees.Score(unseen), again.Score(unseen));
        Assert.Equal(Trees.Score(1, unseen), again.Score(1, unseen));
        Assert.True(Trees.Score(unseen).Distinct().Count() > 20, "trees must tell rows apart");
    }

    [Fact]
    public void Score_OfAll_IsTheMeanOfTheSums()
    {
        var unseen = RatedWorld.Features(50, 9);

        Assert.NotEqual(Trees.Score(0, unseen), Trees.Score(1, unseen));
        Assert.All(Trees.Score(0, unseen).Zip(Trees.Score(1, unseen), (one, other) => (one + other) / 2).Zip(Trees.Score(unseen)), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Load_SmallTree_WalksItAndTakesMediansForUnknown()
    {
        var tree = BranchedTrees.Load(2, Find(Small));

        Assert.Equal([1, 2, 3, 1, 3], tree.Score(Builders.Some.Rows([5, 0], [6, 7], [6, 8], [double.NaN, 0], [6, double.NaN])));
    }

    [Theory]
    [InlineData("trees.nodes", new float[] { 0, 5, ~0, 0, 1, 7, ~1, ~2 }, "leads nowhere")] // To itself.
    [InlineData("trees.nodes", new float[] { 0, 5, ~0, 1, 1, 7, 0, ~2 }, "leads nowhere")] // Backwards.
    [InlineData("trees.nodes", new float[] { 0, 5, ~0, 2, 1, 7, ~1, ~2 }, "leads nowhere")] // Past the last node.
    [InlineData("trees.nodes", new float[] { 0, 5, ~3, 1, 1, 7, ~1, ~2 }, "leads nowhere")] // Past the last leaf.
    [InlineData("trees.nodes", new float[] { 2, 5, ~0, 1, 1, 7, ~1, ~2 }, "leads nowhere")] // No such column.
    [InlineData("trees.nodes", new float[] { -1, 5, ~0, 1, 1, 7, ~1, ~2 }, "leads nowhere")]
    [InlineData("trees.nodes", new float[] { 0, 5, ~0, 1 }, "tree 0 has 2 nodes")]
    [InlineData("trees.nodes", new float[] { 0, 5, ~0, 1, 1, 7, ~1, ~2, 0, 0, ~0, ~0 }, "to spare")]
    [InlineData("trees.leaves", new float[] { 1, 2 }, "tree 0 has 2 nodes")]
    [InlineData("trees.leaves", new float[] { 1, 2, 3, 4 }, "to spare")]
    [InlineData("trees.sizes", new float[] { 1, 1, -2 }, "tree 0 has -2 nodes")]
    [InlineData("trees.sizes", new float[] { 1, 1, 2e9f }, "tree 0 has")]
    [InlineData("trees.sizes", new float[] { 1, 2, 2 }, "wrong size")]
    [InlineData("trees.sizes", new float[] { 0, 1, 2 }, "wrong size")]
    [InlineData("trees.sizes", new float[] { float.NaN, 1, 2 }, "wrong size")]
    [InlineData("trees.sizes", new float[] { 2, -1, 2, 2 }, "wrong size")]
    [InlineData("trees.sizes", new float[0], "wrong size")]
    [InlineData("trees.medians", new float[] { 1 }, "wrong size")]
    [InlineData("trees.medians", new float[] { 1, float.NaN }, "wrong size")]
    public void Load_NoTrees_IsRefused(string name, float[] values, string expected)
    {
        var forged = new Dictionary<string, float[]>(Small, StringComparer.Ordinal) { [name] = values };

        Assert.Contains(expected, Assert.Throws<ModelFormatException>(() => BranchedTrees.Load(2, Find(forged))).Message, StringComparison.Ordinal);
    }

    private static Func<string, WeightTensor> Find(Dictionary<string, float[]> tensors) => name => new WeightTensor([tensors[name].Length], tensors[name]);

    private static BranchedTrees Grown()
    {
        var medians = MedianImputer.Fit(Rows.Features);
        return BranchedTrees.Mean([Part(0, 120), Part(80, 200)]);

        BranchedTrees Part(int start, int end) => BranchedTrees.Fit(medians, Rows.At([.. Enumerable.Range(start, end - start)]), [.. Rows.Reviews.Take(end - start)]);
    }
}
