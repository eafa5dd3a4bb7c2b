using System.Numerics.Tensors;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Svr;

/// <summary>Points that are compared with one point at a time.</summary>
/// <remarks>
/// They lie column after column, so that a whole row of the kernel comes from a few long vector operations. The number of points is rounded up to
/// <see cref="Lanes"/> with points at the origin: every operation then works on whole vectors, and a likeness has the same bits wherever its point lies.
/// </remarks>
internal sealed class KernelPoints
{
    /// <summary>Lengths are multiples of this: whole vectors of floats up to 512 bits.</summary>
    public const int Lanes = 16;

    private readonly KernelFunction _kernel;
    private readonly double[] _columns;
    private readonly double[] _norms;

    /// <param name="kernel">How to compare.</param>
    /// <param name="rows">Where the points come from.</param>
    /// <param name="chosen">Which rows, in which order.</param>
    public KernelPoints(KernelFunction kernel, Matrix rows, ReadOnlySpan<int> chosen)
    {
        _kernel = kernel;
        Length = (chosen.Length + Lanes - 1) / Lanes * Lanes;
        _columns = new double[Length * rows.Columns];
        _norms = new double[Length];
        for (var point = 0; point < chosen.Length; point++)
        {
            var row = rows.Row(chosen[point]);
            for (var column = 0; column < row.Length; column++)
            {
                _columns[(column * Length) + point] = row[column];
            }

            _norms[point] = Norm(row);
        }
    }

    /// <summary>The number of points, rounded up.</summary>
    public int Length { get; }

    /// <summary>The likeness of each point to itself; that of the origin where there is none.</summary>
    public double[] Diagonal() => Array.ConvertAll(_norms, _kernel.OfSelf);

    /// <summary>Compares one point with all.</summary>
    /// <param name="point">As wide as the rows.</param>
    /// <param name="values"><see cref="Length"/> likenesses.</param>
    /// <param name="spare">As long; overwritten.</param>
    public void Compare(ReadOnlySpan<double> point, Span<double> values, Span<double> spare)
    {
        TensorPrimitives.Multiply(_columns.AsSpan(0, Length), point[0], values);
        for (var column = 1; column < point.Length; column++)
        {
            TensorPrimitives.FusedMultiplyAdd(_columns.AsSpan(column * Length, Length), point[column], values, values);
        }

        _kernel.Apply(values, Norm(point), _norms, spare);
    }

    // In the order of Compare, so that the distance of a point to itself is 0 and not a rounding error.
    private static double Norm(ReadOnlySpan<double> point)
    {
        var norm = point[0] * point[0];
        for (var column = 1; column < point.Length; column++)
        {
            norm = Math.FusedMultiplyAdd(point[column], point[column], norm);
        }

        return norm;
    }
}
