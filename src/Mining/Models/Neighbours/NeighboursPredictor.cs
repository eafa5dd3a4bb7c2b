using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Neighbours;

/// <summary>The training rows themselves, as many side by side as a vector has lanes, so that one vector operation serves them all.</summary>
internal sealed class NeighboursPredictor : IPredictor
{
    // [vectors of rows, columns]; the last vector is filled up with rows of zeros, which nobody looks at.
    private readonly Vector<double>[] _rows;
    private readonly double[] _targets;
    private readonly int _neighbours;

    public NeighboursPredictor(Matrix rows, double[] targets, int neighbours)
    {
        (Columns, _targets, _neighbours) = (rows.Columns, targets, neighbours);
        _rows = new Vector<double>[(rows.Rows + Vector<double>.Count - 1) / Vector<double>.Count * Columns];
        var lanes = MemoryMarshal.Cast<Vector<double>, double>(_rows.AsSpan());
        for (var row = 0; row < rows.Rows; row++)
        {
            var values = rows.Row(row);
            var lane = (row / Vector<double>.Count * Columns * Vector<double>.Count) + (row % Vector<double>.Count);
            for (var column = 0; column < values.Length; column++)
            {
                lanes[lane + (column * Vector<double>.Count)] = values[column];
            }
        }
    }

    /// <inheritdoc/>
    public int Columns { get; }

    /// <inheritdoc/>
    public double[] Predict(Matrix features)
    {
        RegressorInput.Check(features, Columns);
        var distances = new double[_rows.Length / Columns * Vector<double>.Count];
        var nearest = new int[_neighbours];
        var predicted = new double[features.Rows];
        for (var row = 0; row < predicted.Length; row++)
        {
            MeasureDistances(features.Row(row), distances);
            FindNearest(distances.AsSpan(0, _targets.Length), nearest);
            // Summed in the order of the rows, so that equal neighbours give equal bits.
            Array.Sort(nearest);
            predicted[row] = nearest.Average(neighbour => _targets[neighbour]);
        }

        return predicted;
    }

    // Squared, of the asked row to each row. Compiled at its best at once, as its neighbour below: the first fold would else take ten times as long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MeasureDistances(ReadOnlySpan<double> asked, Span<double> distances)
    {
        for (int start = 0, measured = 0; start < _rows.Length; start += asked.Length, measured += Vector<double>.Count)
        {
            var sum = Vector<double>.Zero;
            var rows = _rows.AsSpan(start, asked.Length);
            for (var column = 0; column < asked.Length; column++)
            {
                var difference = rows[column] - new Vector<double>(asked[column]);
                sum += difference * difference;
            }

            sum.CopyTo(distances[measured..]);
        }
    }

    // The places of the smallest distances, the smallest first.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FindNearest(ReadOnlySpan<double> distances, Span<int> nearest)
    {
        var found = 0;
        // The farthest of those found.
        var limit = double.PositiveInfinity;
        for (var candidate = 0; candidate < distances.Length; candidate++)
        {
            // Not "or equal", twice: of rows equally far the earlier one stays, and stays before.
            var distance = distances[candidate];
            if (found < nearest.Length || distance < limit)
            {
                var place = found < nearest.Length ? found++ : found - 1;
                for (; place > 0 && distance < distances[nearest[place - 1]]; place--)
                {
                    nearest[place] = nearest[place - 1];
                }

                nearest[place] = candidate;
                limit = distances[nearest[found - 1]];
            }
        }
    }
}
