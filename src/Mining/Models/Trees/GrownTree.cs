using Microsoft.ML.Trainers.FastTree;

namespace LiveQuality.Mining.Models.Trees;

/// <summary>A tree that ML.NET grew, as plain arrays: to walk them gives what ML.NET says, to the bit, without the way through its data views.</summary>
/// <param name="splits">Inner nodes, the root first.</param>
/// <param name="leaves">Values of the leaves.</param>
internal sealed class GrownTree(TreeSplit[] splits, double[] leaves)
{
    /// <param name="tree">What was trained; its columns are numbers, not categories.</param>
    public GrownTree(RegressionTreeBase tree)
        : this(
            [.. Enumerable.Range(0, tree.LeftChild.Count).Select(node => new TreeSplit(tree.NumericalSplitFeatureIndexes[node], tree.NumericalSplitThresholds[node], tree.LeftChild[node], tree.RightChild[node]))],
            [.. tree.LeafValues])
    {
    }

    public IReadOnlyList<TreeSplit> Splits => splits;

    public IReadOnlyList<double> Leaves => leaves;

    /// <summary>Adds what trees say of rows.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="rows">[rows × columns], row after row, every value finite.</param>
    /// <param name="columns">Width of a row.</param>
    /// <param name="sums">One number a row, added to.</param>
    public static void AddTo(IReadOnlyList<GrownTree> trees, float[] rows, int columns, double[] sums)
    {
        // Tree by tree: one fits the nearest cache, all do not.
        foreach (var tree in trees)
        {
            for (var row = 0; row < sums.Length; row++)
            {
                sums[row] += tree.Predict(rows.AsSpan(row * columns, columns));
            }
        }
    }

    /// <summary>The value of the leaf that a row falls into.</summary>
    /// <param name="row">All columns, every value finite.</param>
    public double Predict(ReadOnlySpan<float> row)
    {
        // Leaves are numbered by complements: ~0 is the first.
        var node = 0;
        while (node >= 0)
        {
            ref readonly var split = ref splits[node];
            node = row[split.Column] <= split.Threshold ? split.Left : split.Right;
        }

        return leaves[~node];
    }
}
