using System.Numerics;
using System.Runtime.CompilerServices;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Svr;

/// <summary>The rows that take part in the search, packed side by side, and the two sweeps over them that a step of the solver needs.</summary>
/// <remarks>
/// With β = α - α* and f = Kβ - y, the 2 l variables of the dual fold into one number a row: β may grow at the rate <c>up = -f - ε</c> (α grows) or
/// <c>-f + ε</c> (α* falls, where β &lt; 0), and fall at the rate <c>low = -f - ε</c> (α falls, where β &gt; 0) or <c>-f + ε</c> (α* grows). These are
/// libsvm's -yG over its sets I_up and I_low, of each pair the one that violates more. A bound shows as an infinite rate.
/// </remarks>
internal sealed class ActiveSet
{
    // What libsvm puts in place of a curvature that is not above 0.
    private const double LeastCurvature = 1e-12;

    private readonly double[] _f;
    private readonly double[] _upShift;
    private readonly double[] _lowShift;
    private readonly double[] _diagonal;
    private readonly KernelCache _cache;
    private readonly SvrOptions _options;

    /// <exception cref="MiningException">The likeness of a row to itself is beyond the range of float.</exception>
    public ActiveSet(KernelFunction kernel, Matrix rows, int[] members, ReadOnlySpan<double> f, ReadOnlySpan<double> beta, SvrOptions options)
    {
        (Members, _options) = (members, options);
        var points = new KernelPoints(kernel, rows, members);
        _cache = new KernelCache(rows, points, options.CacheBytes);
        _diagonal = points.Diagonal();
        // No likeness of two rows is larger than the larger of their own, so that this tells of the whole kernel.
        if (!Array.TrueForAll(_diagonal, likeness => float.IsFinite((float)likeness)))
        {
            throw new MiningException($"{options.Name} cannot learn from these rows: their kernel is beyond the range of 32-bit floats; scale the columns");
        }

        (_f, _upShift, _lowShift) = (new double[points.Length], new double[points.Length], new double[points.Length]);
        // Where there is no row there is nothing to choose.
        _upShift.AsSpan(members.Length).Fill(double.NegativeInfinity);
        _lowShift.AsSpan(members.Length).Fill(double.PositiveInfinity);
        for (var place = 0; place < members.Length; place++)
        {
            _f[place] = f[members[place]];
            SetBounds(place, beta[members[place]]);
        }

        var none = new float[points.Length];
        Move(none, none, 0);
    }

    /// <summary>Numbers of the training rows in the search, ascending; a row's index here is its place.</summary>
    public int[] Members { get; }

    /// <summary>f of each place.</summary>
    public ReadOnlySpan<double> F => _f.AsSpan(0, Members.Length);

    /// <summary>The place that may grow fastest; of equal ones the first.</summary>
    public int Fastest { get; private set; }

    /// <summary>The largest rate of growth, m(α) of Fan, Chen and Lin.</summary>
    public double Most { get; private set; }

    /// <summary>The smallest rate of fall, M(α).</summary>
    public double Least { get; private set; }

    public double Up(int place) => _upShift[place] - _f[place];

    public double Low(int place) => _lowShift[place] - _f[place];

    /// <summary>The kernel of one training row with every place.</summary>
    public float[] Kernel(int row) => _cache.Row(row);

    /// <summary>How much the objective curves when <paramref name="up"/> grows and <paramref name="down"/> falls.</summary>
    public double Curvature(int up, int down, float likeness)
    {
        var curvature = _diagonal[up] + _diagonal[down] - (2.0 * likeness);
        return curvature > 0 ? curvature : LeastCurvature;
    }

    /// <summary>Notes where a row's β may go from here.</summary>
    public void SetBounds(int place, double beta)
    {
        _upShift[place] = beta < 0 ? _options.Epsilon : beta < _options.C ? -_options.Epsilon : double.NegativeInfinity;
        _lowShift[place] = beta > 0 ? -_options.Epsilon : beta > -_options.C ? _options.Epsilon : double.PositiveInfinity;
    }

    /// <summary>Follows a step: one β grew and another fell by <paramref name="step"/>. Finds the rates anew.</summary>
    /// <param name="grown">Kernel of the row that grew.</param>
    /// <param name="fallen">Kernel of the row that fell.</param>
    /// <param name="step">By how much.</param>
    public void Move(ReadOnlySpan<float> grown, ReadOnlySpan<float> fallen, double step)
    {
        var (best, least) = (LaneBest.None, new Vector<double>(double.PositiveInfinity));
        var steps = new Vector<double>(step);
        for (var start = 0; start < _f.Length; start += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(grown[start..]), out var grown1, out var grown2);
            Vector.Widen(new Vector<float>(fallen[start..]), out var fallen1, out var fallen2);
            var (f1, up1, low1) = Moved(start, steps * (grown1 - fallen1));
            var (f2, up2, low2) = Moved(start + Vector<double>.Count, steps * (grown2 - fallen2));
            f1.CopyTo(_f, start);
            f2.CopyTo(_f, start + Vector<double>.Count);
            best = best.Or(up1, start).Or(up2, start + Vector<double>.Count);
            least = Vector.Min(least, Vector.Min(low1, low2));
        }

        (Most, Fastest) = best.First();
        Least = double.PositiveInfinity;
        for (var lane = 0; lane < Vector<double>.Count; lane++)
        {
            Least = Math.Min(Least, least[lane]);
        }
    }

    /// <summary>The partner of <see cref="Fastest"/> that promises most: largest (difference of rates)² / curvature (WSS 2).</summary>
    /// <remarks>Of equal ones the first.</remarks>
    /// <param name="kernel">Kernel of the row that grows.</param>
    public int Partner(ReadOnlySpan<float> kernel)
    {
        var (most, diagonal, best) = (new Vector<double>(Most), new Vector<double>(_diagonal[Fastest]), LaneBest.None);
        for (var start = 0; start < _f.Length; start += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(kernel[start..]), out var kernel1, out var kernel2);
            best = best.Or(Gains(start, kernel1, most, diagonal), start);
            best = best.Or(Gains(start + Vector<double>.Count, kernel2, most, diagonal), start + Vector<double>.Count);
        }

        return best.First().Place;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector<double> F, Vector<double> Up, Vector<double> Low) Moved(int start, Vector<double> change)
    {
        var f = new Vector<double>(_f, start) + change;
        return (f, new Vector<double>(_upShift, start) - f, new Vector<double>(_lowShift, start) - f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<double> Gains(int start, Vector<double> likeness, Vector<double> most, Vector<double> diagonal)
    {
        var difference = Vector.Max(most - (new Vector<double>(_lowShift, start) - new Vector<double>(_f, start)), Vector<double>.Zero);
        var curvature = diagonal + new Vector<double>(_diagonal, start) - (likeness + likeness);
        curvature = Vector.ConditionalSelect(Vector.GreaterThan(curvature, Vector<double>.Zero), curvature, new Vector<double>(LeastCurvature));
        return difference * difference / curvature;
    }
}
