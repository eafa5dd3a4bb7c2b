using System.Numerics.Tensors;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Branched;

/// <summary>
/// A <see cref="BranchedNet"/> in plain managed arithmetic. A coded number is 1 in all pieces below it, so its part of the first layer is looked up in sums made once: the work of a row does not depend
/// on the number of pieces. Always the same order of additions: the score of a row does not depend on the rows beside it.
/// </summary>
internal sealed class BranchedForward
{
    private readonly ColumnCodes _codes;
    private readonly BranchedWeights _weights;
    private readonly float[] _sums;
    private readonly int _width;

    /// <param name="codes">How rows are coded.</param>
    /// <param name="weights">The net.</param>
    public BranchedForward(ColumnCodes codes, BranchedWeights weights)
    {
        (_codes, _weights, _width) = (codes, weights, weights.Width);
        _sums = SumsBelow(codes, weights.Matrix1.Values, _width);
    }

    /// <summary>The net's weights.</summary>
    public BranchedWeights Weights => _weights;

    /// <summary>Units of a hidden layer: the size of what <see cref="AddColumn"/> adds to.</summary>
    public int Width => _width;

    /// <summary>What the net says of one row: the mean of its branches.</summary>
    /// <param name="row">One value a column, NaN where unknown.</param>
    /// <param name="scratch">Room to work in.</param>
    public double Score(ReadOnlySpan<double> row, Scratch scratch)
    {
        scratch.Shared.AsSpan().Clear();
        for (var column = 0; column < _codes.Count; column++)
        {
            AddColumn(column, (float)row[column], scratch.Shared);
        }

        return Score(scratch.Shared, scratch);
    }

    /// <summary>Adds one column's part of the first layer.</summary>
    /// <param name="column">The column.</param>
    /// <param name="value">Its value, NaN where unknown.</param>
    /// <param name="shared">[width], added to.</param>
    public void AddColumn(int column, float value, Span<float> shared)
    {
        var code = _codes[column];
        var (piece, share) = code.Find(value);
        if (piece >= 0)
        {
            if (!code.IsCategory)
            {
                TensorPrimitives.Add(shared, Unit(_sums, code.First + piece), shared);
            }

            TensorPrimitives.FusedMultiplyAdd(Unit(_weights.Matrix1.Values, code.First + piece), share, shared, shared);
        }

        if (float.IsNaN(value))
        {
            TensorPrimitives.Add(shared, Unit(_weights.Matrix1.Values, code.First + code.Pieces), shared);
        }
    }

    /// <summary>From the first layer's sums to the score.</summary>
    /// <param name="shared">[width], the sum of all columns' parts.</param>
    /// <param name="scratch">Room to work in.</param>
    public double Score(ReadOnlySpan<float> shared, Scratch scratch)
    {
        var total = 0.0;
        var front = scratch.Front.AsSpan();
        var back = scratch.Back.AsSpan();
        for (var branch = 0; branch < _weights.Branches; branch++)
        {
            TensorPrimitives.FusedMultiplyAdd(shared, Of(_weights.Scales1, branch), Of(_weights.Biases1, branch), front);
            TensorPrimitives.Max(front, 0, front);
            back.Clear();
            for (var unit = 0; unit < _width; unit++)
            {
                // Half of the units are silent behind a ReLU.
                if (front[unit] > 0)
                {
                    TensorPrimitives.FusedMultiplyAdd(Unit(_weights.Matrix2.Values, unit), front[unit], back, back);
                }
            }

            TensorPrimitives.FusedMultiplyAdd(back, Of(_weights.Scales2, branch), Of(_weights.Biases2, branch), back);
            TensorPrimitives.Max(back, 0, back);
            total += TensorPrimitives.Dot(back, Of(_weights.Scores, branch)) + _weights.ScoreBiases.Values[branch];
        }

        return total / _weights.Branches;
    }

    /// <summary>All rows, one after the other.</summary>
    public double[] Score(Matrix rows)
    {
        var scratch = new Scratch(_width);
        var scores = new double[rows.Rows];
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] = Score(rows.Row(row), scratch);
        }

        return scores;
    }

    // [units, width]: of each unit the sum of the units of the same column before it.
    private static float[] SumsBelow(ColumnCodes codes, float[] matrix, int width)
    {
        var sums = new float[matrix.Length];
        for (var column = 0; column < codes.Count; column++)
        {
            for (var unit = codes[column].First + 1; unit < codes[column].First + codes[column].Pieces; unit++)
            {
                TensorPrimitives.Add(sums.AsSpan((unit - 1) * width, width), matrix.AsSpan((unit - 1) * width, width), sums.AsSpan(unit * width, width));
            }
        }

        return sums;
    }

    private ReadOnlySpan<float> Unit(float[] matrix, int unit) => matrix.AsSpan(unit * _width, _width);

    private ReadOnlySpan<float> Of(WeightTensor tensor, int branch) => tensor.Values.AsSpan(branch * _width, _width);

    /// <summary>Room for one row at a time; one a thread.</summary>
    /// <param name="width">Units of a hidden layer.</param>
    internal sealed class Scratch(int width)
    {
        /// <summary>The first layer before its branches.</summary>
        public float[] Shared { get; } = new float[width];

        /// <summary>A branch's first layer.</summary>
        public float[] Front { get; } = new float[width];

        /// <summary>A branch's second layer.</summary>
        public float[] Back { get; } = new float[width];
    }
}
