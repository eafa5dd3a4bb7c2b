using Microsoft.ML.Trainers.FastTree;

namespace LiveQuality.Mining.Models.Trees;

/// <summary>A tree that ML.NET grew, as plain arrays: to walk them gives what ML.NET says, to the bit, without the way through its data views.</summary>
/// <param name="tree">What was trained; its columns are numbers, not categories.</param>
internal sealed class GrownTree(RegressionTreeBase tree)
{
    private readonly Split[] _splits =
    [
        .. Enumerable.Range(0, tree.LeftChild.Count).Select(node => new Split(tree.NumericalSplitFeatureIndexes[node], tree.NumericalSplitThresholds[node], tree.LeftChild[node], tree.RightChild[node])),
    ];

    private readonly double[] _leaves = [.. tree.LeafValues];

    /// <summary>The value of the leaf that a row falls into.</summary>
    /// <param name="row">All columns, every value finite.</param>
    public double Predict(ReadOnlySpan<float> row)
    {
        // Leaves are numbered by complements: ~0 is the first.
        var node = 0;
        while (node >= 0)
        {
            var split = _splits[node];
            node = row[split.Column] <= split.Threshold ? split.Left : split.Right;
        }

        return _leaves[~node];
    }

    private readonly record struct Split(int Column, float Threshold, int Left, int Right);
}
