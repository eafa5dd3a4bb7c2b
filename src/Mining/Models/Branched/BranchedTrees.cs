using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Trees;
using Microsoft.ML;

namespace LiveQuality.Mining.Models.Branched;

/// <summary>The trees beside the nets: sums of boosted trees, one sum a part of the speakers left out, and their mean.</summary>
/// <param name="medians">What unknown values count as: trees know no NaN.</param>
/// <param name="sums">The trees of each sum, at least one sum.</param>
internal sealed class BranchedTrees(MedianImputer medians, IReadOnlyList<GrownTree[]> sums)
{
    private const string Medians = "trees.medians";
    private const string Nodes = "trees.nodes";
    private const string Leaves = "trees.leaves";
    private const string Sizes = "trees.sizes";
    private const int NumbersANode = 4;

    private readonly MedianImputer _medians = medians;
    private readonly IReadOnlyList<GrownTree[]> _sums = sums;

    /// <summary>Slow and small, since most of what there is to learn here adds up column by column.</summary>
    private static readonly BoostingOptions Slow = new(Trees: 300, Leaves: 10, RowsALeaf: 15, LearningRate: 0.03, L2: 3);

    /// <summary>All trees.</summary>
    public IReadOnlyList<GrownTree> All { get; } = [.. sums.SelectMany(sum => sum)];

    /// <summary>How many sums the trees make.</summary>
    public int Sums => _sums.Count;

    /// <summary>Grows one sum.</summary>
    /// <param name="medians">What unknown values count as.</param>
    /// <param name="training">Rows.</param>
    /// <param name="weights">What each counts.</param>
    public static BranchedTrees Fit(MedianImputer medians, RatedRows training, IReadOnlyList<double> weights)
    {
        var context = new MLContext(seed: 0);
        var rows = TreeRow.View(context, medians.Apply(training.Features), training.Ratings, weights);
        // Leaves are stored as 32-bit floats: rounded at once, so that a model says the same before and after.
        return new(medians, [[.. GradientBoosting.Grow(GradientBoosting.Trainer(context, Slow, weighted: true), rows).Select(tree => Rounded(new GrownTree(tree)))]]);
    }

    /// <summary>The mean of several.</summary>
    /// <param name="parts">At least one, all with the same medians.</param>
    public static BranchedTrees Mean(IReadOnlyList<BranchedTrees> parts) => new(parts[0]._medians, [.. parts.SelectMany(part => part._sums)]);

    /// <summary>Rows as trees see them: medians for what is unknown.</summary>
    /// <param name="rows">NaN where unknown.</param>
    /// <returns>[rows × columns], row after row.</returns>
    public float[] Known(Matrix rows) => TreeRow.Floats(_medians.Apply(rows).Values);

    /// <summary>What the trees say of all rows: the mean of their sums.</summary>
    public double[] Score(Matrix rows)
    {
        var scores = new double[rows.Rows];
        GrownTree.AddTo(All, Known(rows), rows.Columns, scores);
        return Array.ConvertAll(scores, score => score / Sums);
    }

    /// <summary>What one sum says of all rows.</summary>
    public double[] Score(int sum, Matrix rows)
    {
        var scores = new double[rows.Rows];
        GrownTree.AddTo(_sums[sum], Known(rows), rows.Columns, scores);
        return scores;
    }

    /// <summary>Everything by name.</summary>
    public IEnumerable<(string Name, WeightTensor Values)> Save()
    {
        float[] nodes = [.. All.SelectMany(tree => tree.Splits).SelectMany(split => new[] { split.Column, split.Threshold, split.Left, split.Right })];
        float[] leaves = [.. All.SelectMany(tree => tree.Leaves).Select(leaf => (float)leaf)];
        float[] sizes = [Sums, .. _sums.Select(sum => sum.Length), .. All.Select(tree => tree.Splits.Count)];
        return
        [
            (Medians, new WeightTensor([_medians.Medians.Count], [.. _medians.Medians.Select(median => (float)median)])),
            (Nodes, new WeightTensor([nodes.Length / NumbersANode, NumbersANode], nodes)),
            (Leaves, new WeightTensor([leaves.Length], leaves)),
            (Sizes, new WeightTensor([sizes.Length], sizes)),
        ];
    }

    /// <summary>What <see cref="Save"/> gave.</summary>
    /// <param name="columns">Columns of a row.</param>
    /// <param name="find">Finds a tensor by its name.</param>
    /// <exception cref="ModelFormatException">They are no trees, or one would not end.</exception>
    public static BranchedTrees Load(int columns, Func<string, WeightTensor> find)
    {
        var (medians, nodes, leaves, sizes) = (find(Medians).Values, find(Nodes).Values, find(Leaves).Values, find(Sizes).Values);
        var sums = sizes.Length > 0 && sizes[0] >= 1 && sizes[0] < sizes.Length ? sizes[1..((int)sizes[0] + 1)] : [];
        if (medians.Length != columns || sums.Length == 0 || !medians.All(float.IsFinite) || sums.Any(size => !(size >= 0)) || 1 + sums.Length + sums.Sum(size => (long)size) != sizes.Length)
        {
            throw new ModelFormatException("the trees have the wrong size");
        }

        var trees = new GrownTree[sizes.Length - 1 - sums.Length];
        var (node, leaf) = (0, 0);
        for (var tree = 0; tree < trees.Length; tree++)
        {
            var size = (int)sizes[tree + 1 + sums.Length];
            if (size < 0 || (node + (long)size) * NumbersANode > nodes.Length || leaf + size + 1L > leaves.Length)
            {
                throw new ModelFormatException($"tree {tree} has {size} nodes");
            }

            var start = node;
            trees[tree] = new GrownTree(
                [.. Enumerable.Range(0, size).Select(own => Node(nodes.AsSpan((start + own) * NumbersANode, NumbersANode), own, size, columns))],
                [.. leaves[leaf..(leaf + size + 1)]]);
            (node, leaf) = (node + size, leaf + size + 1);
        }

        return node * NumbersANode == nodes.Length && leaf == leaves.Length
            ? new BranchedTrees(new MedianImputer([.. medians.Select(median => (double)median)]), Parts(trees, sums))
            : throw new ModelFormatException("the trees have nodes or leaves to spare");
    }

    private static GrownTree[][] Parts(GrownTree[] trees, float[] sums)
    {
        var start = 0;
        return Array.ConvertAll(sums, size => trees[start..(start += (int)size)]);
    }

    // Children stand behind their parent: so every walk ends.
    private static TreeSplit Node(ReadOnlySpan<float> numbers, int own, int size, int columns)
    {
        var split = new TreeSplit((int)numbers[0], numbers[1], (int)numbers[2], (int)numbers[3]);
        return split.Column >= 0 && split.Column < columns && Follows(split.Left) && Follows(split.Right)
            ? split
            : throw new ModelFormatException("a node of a tree leads nowhere");

        bool Follows(int child) => child >= 0 ? child > own && child < size : ~child <= size;
    }

    private static GrownTree Rounded(GrownTree tree) => new([.. tree.Splits], [.. tree.Leaves.Select(leaf => (double)(float)leaf)]);
}
