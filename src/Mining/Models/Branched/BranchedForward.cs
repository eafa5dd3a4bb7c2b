using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Branched;

/// <summary>
/// A <see cref="BranchedNet"/> in plain managed arithmetic. A coded number is 1 in all pieces below it, so its part of the first layer is looked up in sums made once: the work of a row does not depend
/// on the number of pieces. Always the same order of additions: the score of a row does not depend on the rows beside it.
/// </summary>
internal sealed class BranchedForward
{
    private const int MostOnTheStack = 512;
    private const int UnitsAtOnce = 32;

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

    /// <summary>Units of a hidden layer: the size of what <see cref="AddColumn(int, float, Span{float})"/> adds to.</summary>
    public int Width => _width;

    /// <summary>What the net says of one row: the mean of its branches.</summary>
    /// <param name="row">One value a column, NaN where unknown.</param>
    /// <param name="scratch">Room to work in.</param>
    public double Score(ReadOnlySpan<double> row, Scratch scratch)
    {
        Span<CodedValue> coded = _codes.Count <= MostOnTheStack ? stackalloc CodedValue[_codes.Count] : new CodedValue[_codes.Count];
        _codes.Find(row, coded);
        return Score(coded, scratch);
    }

    /// <summary>The same of a row whose places were looked up before, since nets of one model share their codes.</summary>
    /// <param name="coded">What <see cref="ColumnCodes.Find"/> found.</param>
    /// <param name="scratch">Room to work in.</param>
    public double Score(ReadOnlySpan<CodedValue> coded, Scratch scratch)
    {
        scratch.Shared.AsSpan().Clear();
        for (var column = 0; column < coded.Length; column++)
        {
            AddColumn(column, coded[column], scratch.Shared);
        }

        return Score(scratch.Shared, scratch);
    }

    /// <summary>Adds one column's part of the first layer.</summary>
    /// <param name="column">The column.</param>
    /// <param name="value">Its value, NaN where unknown.</param>
    /// <param name="shared">[width], added to.</param>
    public void AddColumn(int column, float value, Span<float> shared) => AddColumn(column, _codes[column].Find(value), shared);

    private void AddColumn(int column, CodedValue value, Span<float> shared)
    {
        var code = _codes[column];
        if (value.Piece >= 0)
        {
            if (!code.IsCategory)
            {
                TensorPrimitives.Add(shared, Unit(_sums, code.First + value.Piece), shared);
            }

            TensorPrimitives.FusedMultiplyAdd(Unit(_weights.Matrix1.Values, code.First + value.Piece), value.Share, shared, shared);
        }

        if (value.IsUnknown)
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
        var back = scratch.Back;
        for (var branch = 0; branch < _weights.Branches; branch++)
        {
            TensorPrimitives.FusedMultiplyAdd(shared, Of(_weights.Scales1, branch), Of(_weights.Biases1, branch), front);
            TensorPrimitives.Max(front, 0, front);
            Product(front, _weights.Matrix2.Values, back);
            TensorPrimitives.FusedMultiplyAdd(back, Of(_weights.Scales2, branch), Of(_weights.Biases2, branch), back);
            TensorPrimitives.Max(back, 0, back);
            total += TensorPrimitives.Dot(back, Of(_weights.Scores, branch)) + _weights.ScoreBiases.Values[branch];
        }

        return total / _weights.Branches;
    }

    // A chain of fused multiply-adds for each unit, in the order of the inputs; 32 units side by side, so that they stay in registers.
    private static void Product(ReadOnlySpan<float> inputs, float[] matrix, float[] outputs)
    {
        var width = outputs.Length;
        var unit = 0;
        for (; unit + UnitsAtOnce <= width; unit += UnitsAtOnce)
        {
            var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
            ref var row = ref matrix[unit];
            for (var input = 0; input < inputs.Length; input++)
            {
                var value = Vector256.Create(inputs[input]);
                a = Vector256.FusedMultiplyAdd(value, Vector256.LoadUnsafe(ref row), a);
                b = Vector256.FusedMultiplyAdd(value, Vector256.LoadUnsafe(ref row, 8), b);
                c = Vector256.FusedMultiplyAdd(value, Vector256.LoadUnsafe(ref row, 16), c);
                d = Vector256.FusedMultiplyAdd(value, Vector256.LoadUnsafe(ref row, 24), d);
                row = ref Unsafe.Add(ref row, width);
            }

            a.CopyTo(outputs, unit);
            b.CopyTo(outputs, unit + 8);
            c.CopyTo(outputs, unit + 16);
            d.CopyTo(outputs, unit + 24);
        }

        for (; unit < width; unit++)
        {
            var sum = 0f;
            for (var input = 0; input < inputs.Length; input++)
            {
                sum = MathF.FusedMultiplyAdd(inputs[input], matrix[(input * width) + unit], sum);
            }

            outputs[unit] = sum;
        }
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
