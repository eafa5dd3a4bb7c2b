using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Trees;

namespace LiveQuality.Mining.Scoring.Reasons;

/// <summary>
/// Exact Shapley values of boosted trees against one baseline row (interventional TreeSHAP: Lundberg et al., "From Local Explanations to Global Understanding with Explainable AI for Trees", 2020). A leaf is reached
/// by those mixtures of the two rows that take a set A of columns from the live and a set B from the baseline, whatever the others: with a = |A| and b = |B| each column of A owes the leaf's value times
/// (a - 1)! b! / (a + b)!, each of B minus the value times a! (b - 1)! / (a + b)!.
/// </summary>
internal sealed class TreeShares
{
    private readonly BranchedTrees _model;
    private readonly (TreeSplit[] Splits, double[] Leaves)[] _trees;
    private readonly float[] _baseline;
    private readonly double[][] _weights;

    /// <param name="model">The trees.</param>
    /// <param name="baseline">One value a column, NaN where unknown.</param>
    public TreeShares(BranchedTrees model, ReadOnlySpan<double> baseline)
    {
        _model = model;
        _trees = [.. model.All.Select(tree => (tree.Splits.ToArray(), tree.Leaves.ToArray()))];
        _baseline = Known(baseline);
        _weights = Weights(_trees.Max(tree => (int?)tree.Splits.Length) ?? 0);
    }

    /// <summary>Adds the shares of one live.</summary>
    /// <param name="row">One value a column, NaN where unknown.</param>
    /// <param name="factor">What the trees' word counts.</param>
    /// <param name="points">[columns], added to: their sum grows by factor · (trees(live) - trees(baseline)), but for rounding of doubles.</param>
    public void Add(ReadOnlySpan<double> row, double factor, Span<double> points)
    {
        var walk = new Walk(Known(row), _baseline, points, _weights, factor / _model.Sums);
        foreach (var (splits, leaves) in _trees)
        {
            walk.Tree(splits, leaves);
        }
    }

    private float[] Known(ReadOnlySpan<double> row) => _model.Known(Matrix.Of(1, row.Length, row));

    // [a, b]: (a - 1)! b! / (a + b)!, for a of 1 and more; that of the other set is the same with both exchanged.
    private static double[][] Weights(int most)
    {
        var weights = new double[most + 1][];
        for (var a = 0; a <= most; a++)
        {
            weights[a] = new double[most + 1];
            weights[a][0] = 1.0 / Math.Max(a, 1);
            for (var b = 1; b <= most; b++)
            {
                weights[a][b] = weights[a][b - 1] * b / (a + b);
            }
        }

        return weights;
    }

    private ref struct Walk(ReadOnlySpan<float> live, ReadOnlySpan<float> baseline, Span<double> points, double[][] weights, double factor)
    {
        private readonly ReadOnlySpan<float> _live = live;
        private readonly ReadOnlySpan<float> _baseline = baseline;
        private readonly Span<double> _points = points;

        // Whose value a column must have on the way to here: 0 either's, 1 the live's, -1 the baseline's.
        private readonly Span<sbyte> _whose = new sbyte[live.Length];
        private readonly int[] _ofLive = new int[weights.Length];
        private readonly int[] _ofBaseline = new int[weights.Length];

        public readonly void Tree(TreeSplit[] splits, double[] leaves) => Node(splits, leaves, 0, 0, 0);

        private readonly void Node(TreeSplit[] splits, double[] leaves, int node, int a, int b)
        {
            while (node >= 0 && splits.Length > 0)
            {
                ref readonly var split = ref splits[node];
                var (liveGoes, baselineGoes) = (Next(split, _live), Next(split, _baseline));
                var whose = _whose[split.Column];
                if (liveGoes != baselineGoes && whose == 0)
                {
                    (_whose[split.Column], _ofLive[a]) = (1, split.Column);
                    Node(splits, leaves, liveGoes, a + 1, b);
                    (_whose[split.Column], _ofBaseline[b]) = (-1, split.Column);
                    Node(splits, leaves, baselineGoes, a, b + 1);
                    _whose[split.Column] = 0;
                    return;
                }

                node = whose < 0 ? baselineGoes : liveGoes;
            }

            // A tree without a split is one leaf, which nobody owes anything.
            if (a + b > 0)
            {
                Share(leaves[~node] * factor, a, b);
            }
        }

        private readonly void Share(double value, int a, int b)
        {
            for (var i = 0; i < a; i++)
            {
                _points[_ofLive[i]] += value * weights[a][b];
            }

            for (var i = 0; i < b; i++)
            {
                _points[_ofBaseline[i]] -= value * weights[b][a];
            }
        }

        private static int Next(in TreeSplit split, ReadOnlySpan<float> row) => row[split.Column] <= split.Threshold ? split.Left : split.Right;
    }
}
