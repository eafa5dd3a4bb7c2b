using System.Numerics.Tensors;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Neighbours;

/// <summary>The training rows themselves, column after column, so that all distances of a row are made by whole-column arithmetic.</summary>
internal sealed class NeighboursPredictor : IPredictor
{
    private readonly double[][] _columns;
    private readonly double[] _targets;
    private readonly int _neighbours;

    public NeighboursPredictor(Matrix rows, double[] targets, int neighbours) =>
        (_columns, _targets, _neighbours) = ([.. Enumerable.Range(0, rows.Columns).Select(rows.Column)], targets, neighbours);

    /// <inheritdoc/>
    public int Columns => _columns.Length;

    /// <inheritdoc/>
    public double[] Predict(Matrix features)
    {
        RegressorInput.Check(features, Columns);
        var (distances, difference) = (new double[_targets.Length], new double[_targets.Length]);
        var nearest = new PriorityQueue<int, (double, int)>(_neighbours + 1, Comparer<(double Distance, int Row)>.Create((one, other) => other.CompareTo(one)));
        var predicted = new double[features.Rows];
        for (var row = 0; row < predicted.Length; row++)
        {
            Array.Clear(distances);
            for (var column = 0; column < _columns.Length; column++)
            {
                TensorPrimitives.Subtract(_columns[column], features[row, column], difference);
                TensorPrimitives.MultiplyAdd(difference, difference, distances, distances);
            }

            predicted[row] = MeanOfNearest(distances, nearest);
        }

        return predicted;
    }

    private double MeanOfNearest(double[] distances, PriorityQueue<int, (double, int)> nearest)
    {
        nearest.Clear();
        // The farthest of the k so far.
        var limit = double.PositiveInfinity;
        for (var candidate = 0; candidate < distances.Length; candidate++)
        {
            // Not "or equal": of rows equally far the earlier one stays.
            if (distances[candidate] < limit)
            {
                nearest.Enqueue(candidate, (distances[candidate], candidate));
                if (nearest.Count > _neighbours)
                {
                    nearest.Dequeue();
                }

                limit = nearest.Count == _neighbours ? distances[nearest.Peek()] : double.PositiveInfinity;
            }
        }

        // Summed in the order of the rows, so that the result does not depend on how the heap lies.
        return nearest.UnorderedItems.Select(item => item.Element).Order().Average(neighbour => _targets[neighbour]);
    }
}
