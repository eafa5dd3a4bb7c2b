using System.Numerics.Tensors;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Svr;

/// <summary>
/// Rows of the kernel among the points in the search, computed when first asked for; the one used longest ago gives way when there is no more room.
/// </summary>
/// <param name="rows">All training rows.</param>
/// <param name="points">The points in the search, which the rows are compared with.</param>
/// <param name="bytes">Most bytes kept; two rows are kept in any case.</param>
internal sealed class KernelCache(Matrix rows, KernelPoints points, long bytes)
{
    private readonly int _most = (int)Math.Clamp(bytes / (sizeof(float) * points.Length), 2, Math.Max(2, rows.Rows));
    private readonly float[]?[] _kept = new float[rows.Rows][];
    private readonly long[] _lastUse = [.. Enumerable.Repeat(long.MaxValue, rows.Rows)];
    private readonly double[] _values = new double[points.Length];
    private readonly double[] _spare = new double[points.Length];
    private int _count;
    private long _clock;

    /// <summary>The likeness of one training row to every point in the search; float, as libsvm keeps it.</summary>
    /// <remarks>Holds until the next row but one is asked for: then another row may stand in its place.</remarks>
    /// <param name="row">Number of a training row, whether it is in the search or not.</param>
    public float[] Row(int row)
    {
        _lastUse[row] = ++_clock;
        return _kept[row] ??= Compute(row);
    }

    private float[] Compute(int row)
    {
        var buffer = _count < _most ? GC.AllocateUninitializedArray<float>(points.Length) : Evict();
        _count++;
        points.Compare(rows.Row(row), _values, _spare);
        TensorPrimitives.ConvertTruncating<double, float>(_values, buffer);
        return buffer;
    }

    private float[] Evict()
    {
        var oldest = TensorPrimitives.IndexOfMin<long>(_lastUse);
        var buffer = _kept[oldest]!;
        (_kept[oldest], _lastUse[oldest]) = (null, long.MaxValue);
        _count--;
        return buffer;
    }
}
