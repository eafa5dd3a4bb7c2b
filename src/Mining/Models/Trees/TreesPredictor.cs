using LiveQuality.Mining.Features;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace LiveQuality.Mining.Models.Trees;

/// <summary>Trees that ML.NET grew. They work in 32 bits, as ML.NET does.</summary>
internal sealed class TreesPredictor : IPredictor
{
    private readonly GrownTree[] _trees;
    private readonly int _parts;
    private readonly double _mean;

    private TreesPredictor(GrownTree[] trees, int parts, double mean, int columns)
    {
        (_trees, _parts, _mean) = (trees, parts, mean);
        Columns = columns;
    }

    /// <inheritdoc/>
    public int Columns { get; }

    /// <summary>Trains.</summary>
    /// <param name="features">Rows.</param>
    /// <param name="targets">One number a row.</param>
    /// <param name="grow">Trains ML.NET's trees; where it grows none the mean of the targets is predicted.</param>
    /// <param name="averaged">Whether the mean of the trees is the prediction, or else their sum.</param>
    /// <param name="cancellationToken">Looked at once, before: ML.NET cannot be stopped.</param>
    public static TreesPredictor Fit(
        Matrix features, IReadOnlyList<double> targets, Func<MLContext, IDataView, IReadOnlyList<RegressionTreeBase>> grow, bool averaged, CancellationToken cancellationToken)
    {
        RegressorInput.Check(features, targets);
        cancellationToken.ThrowIfCancellationRequested();
        // FastForest starts a task for every little step and waits for it. On the pool that task runs at once on the same thread; from elsewhere each is two changes of threads, and a forest takes twice as long or more.
        var trees = Thread.CurrentThread.IsThreadPoolThread ? Grow() : Task.Run(Grow, CancellationToken.None).GetAwaiter().GetResult();
        return new TreesPredictor(trees, averaged ? trees.Length : 1, targets.Average(), features.Columns);

        GrownTree[] Grow()
        {
            var context = new MLContext(seed: 0);
            return [.. grow(context, TreeRow.View(context, features, targets)).Select(tree => new GrownTree(tree))];
        }
    }

    /// <inheritdoc/>
    public double[] Predict(Matrix features)
    {
        RegressorInput.Check(features, Columns);
        var predicted = new double[features.Rows];
        if (_trees.Length == 0)
        {
            Array.Fill(predicted, _mean);
            return predicted;
        }

        GrownTree.AddTo(_trees, TreeRow.Floats(features.Values), Columns, predicted);
        return Array.ConvertAll(predicted, sum => (double)((float)sum / _parts));
    }
}
