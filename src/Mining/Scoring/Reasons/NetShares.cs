using System.Numerics.Tensors;
using LiveQuality.Mining.Models.Branched;

namespace LiveQuality.Mining.Scoring.Reasons;

/// <summary>
/// Shapley values of the mean of nets against one baseline row, by sampling: columns change over from the baseline to the live one after the other, in random orders, and each owes what its change did, on the average of
/// the orders (Castro, Gómez and Tejada, "Polynomial calculation of the Shapley value based on sampling", 2009). Each order is also taken from its end, which is exact but for what three columns and more do
/// together (Mitchell et al., "Sampling Permutations for Shapley Value Estimation", 2022). Whatever the orders, the shares sum to the nets' difference between both rows.
/// </summary>
internal sealed class NetShares
{
    private readonly IReadOnlyList<BranchedForward> _nets;
    private readonly CoalitionNets _coalitions;
    private readonly IReadOnlyList<int[]> _orders;
    private readonly float[] _parts;
    private readonly float[] _sums;
    private readonly int _columns;
    private readonly double _base;

    /// <param name="nets">At least one.</param>
    /// <param name="baseline">One value a column, NaN where unknown.</param>
    /// <param name="orders">Orders of all columns, the same for each live; at least one.</param>
    public NetShares(IReadOnlyList<BranchedForward> nets, ReadOnlySpan<double> baseline, IReadOnlyList<int[]> orders)
    {
        (_nets, _coalitions, _orders, _columns) = (nets, new CoalitionNets(nets), orders, baseline.Length);
        _parts = new float[_columns * Stride];
        WriteParts(baseline, _parts);
        _sums = new float[Stride];
        for (var column = 0; column < _columns; column++)
        {
            TensorPrimitives.Add(_sums, Part(_parts, column), _sums);
        }

        _base = Exact(baseline);
    }

    private int Stride => _nets.Count * _coalitions.Width;

    /// <summary>Adds the shares of one live.</summary>
    /// <param name="row">One value a column, NaN where unknown.</param>
    /// <param name="factor">What the nets' word counts.</param>
    /// <param name="points">[columns], added to: their sum grows by factor · (nets(live) - nets(baseline)), but for rounding of doubles.</param>
    /// <param name="scratch">Room to work in.</param>
    public void Add(ReadOnlySpan<double> row, double factor, Span<double> points, Scratch scratch)
    {
        scratch.Changes.AsSpan().Clear();
        WriteParts(row, scratch.Changes);
        TensorPrimitives.Subtract(scratch.Changes, _parts, scratch.Changes);
        var active = 0;
        for (var column = 0; column < _columns; column++)
        {
            // A column that changes nothing behind the first layer owes nothing.
            scratch.IsActive[column] = Part(scratch.Changes, column).ContainsAnyExcept(0);
            active += scratch.IsActive[column] ? 1 : 0;
        }

        var (end, weight) = (Exact(row), factor / (2 * _orders.Count));
        foreach (var order in _orders)
        {
            var count = 0;
            foreach (var column in order)
            {
                if (scratch.IsActive[column])
                {
                    scratch.Order[count++] = column;
                }
            }

            Pass(scratch.Order.AsSpan(0, active), end, weight, points, scratch);
            scratch.Order.AsSpan(0, active).Reverse();
            Pass(scratch.Order.AsSpan(0, active), end, weight, points, scratch);
        }
    }

    /// <summary>Room for one live; one a thread.</summary>
    public Scratch NewScratch() => new(_columns, Stride);

    private void Pass(ReadOnlySpan<int> order, double end, double weight, Span<double> points, Scratch scratch)
    {
        _sums.CopyTo(scratch.Sums, 0);
        var before = _base;
        for (var step = 0; step < order.Length; step++)
        {
            var now = end;
            // After the last change it is the live itself, which is known exactly: so no rounding on the way stays in the sum.
            if (step < order.Length - 1)
            {
                TensorPrimitives.Add(scratch.Sums, Part(scratch.Changes, order[step]), scratch.Sums);
                now = _coalitions.Score(scratch.Sums);
            }

            points[order[step]] += (now - before) * weight;
            before = now;
        }
    }

    // As the model itself does.
    private double Exact(ReadOnlySpan<double> row)
    {
        var scratch = new BranchedForward.Scratch(_nets[0].Width);
        var total = 0.0;
        foreach (var net in _nets)
        {
            total += net.Score(row, scratch);
        }

        return total / _nets.Count;
    }

    // [columns, nets, width]: each column's part of the first layers.
    private void WriteParts(ReadOnlySpan<double> row, float[] parts)
    {
        for (var column = 0; column < _columns; column++)
        {
            for (var net = 0; net < _nets.Count; net++)
            {
                _nets[net].AddColumn(column, (float)row[column], parts.AsSpan((column * Stride) + (net * _coalitions.Width), _nets[net].Width));
            }
        }
    }

    private Span<float> Part(float[] parts, int column) => parts.AsSpan(column * Stride, Stride);

    /// <summary>Room for one live; one a thread.</summary>
    /// <param name="columns">Columns.</param>
    /// <param name="stride">Units of the first layers of all nets.</param>
    internal sealed class Scratch(int columns, int stride)
    {
        /// <summary>[columns, nets, width]: what each column changes in the first layers.</summary>
        public float[] Changes { get; } = new float[columns * stride];

        /// <summary>The first layers between baseline and live.</summary>
        public float[] Sums { get; } = new float[stride];

        /// <summary>Whether a column changes anything.</summary>
        public bool[] IsActive { get; } = new bool[columns];

        /// <summary>Those that do, in turn.</summary>
        public int[] Order { get; } = new int[columns];
    }
}
