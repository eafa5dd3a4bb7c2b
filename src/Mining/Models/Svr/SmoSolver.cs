using System.Numerics.Tensors;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Svr;

/// <summary>
/// Solves the dual of ε-SVR, min over β of ½ βᵀKβ - yᵀβ + ε Σ|β| with Σβ = 0 and -C ≤ β ≤ C, two rows at a time: sequential minimal optimisation
/// (Platt, "Fast Training of Support Vector Machines using Sequential Minimal Optimization", 1998), the pair chosen by second order information (Fan, Chen
/// and Lin, "Working Set Selection Using Second Order Information for Training SVM", JMLR 6, 2005, WSS 2), with the stopping rule, the shrinking and the
/// bounds of libsvm (Chang and Lin, "LIBSVM: A Library for Support Vector Machines", ACM TIST 2, 2011, sections 4 and 5).
/// </summary>
/// <remarks>
/// A row is shrunk away when neither of its two variables can be in a violating pair now. libsvm moves shrunken variables to the end and keeps its kernel
/// rows; here the others are packed anew, with a new cache, so that all sweeps stay dense: it pays when a good part of the rows goes, and waits until then.
/// </remarks>
internal sealed class SmoSolver(KernelFunction kernel, Matrix rows, IReadOnlyList<double> targets, SvrOptions options)
{
    // Steps between looks at shrinking and at the token, as in libsvm.
    private const int Interval = 1000;
    // Rows are packed anew when at least one in this many goes.
    private const int WorthPacking = 4;

    private readonly int[] _all = [.. Enumerable.Range(0, rows.Rows)];
    private readonly double[] _targets = [.. targets];
    private readonly double[] _f = [.. targets.Select(target => -target)];
    private readonly double[] _beta = new double[rows.Rows];
    private bool _lastStretch;

    /// <summary>Solves, from β = 0.</summary>
    /// <exception cref="MiningException">The bound on the steps was reached, or the kernel is beyond the range of float.</exception>
    public SvrSolution Solve(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var active = Activate(_all);
        var most = options.MostSteps ?? Math.Max(10_000_000, 100L * 2 * rows.Rows);
        var untilLook = Math.Min(rows.Rows, Interval);
        for (long steps = 0; ; steps++)
        {
            if (active.Most - active.Least < options.Tolerance)
            {
                if (active.Members.Length == rows.Rows)
                {
                    return Finish(active, steps);
                }

                active = Unshrink(active);
                untilLook = 1;
                if (active.Most - active.Least < options.Tolerance)
                {
                    return Finish(active, steps);
                }
            }

            if (--untilLook <= 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                untilLook = Math.Min(rows.Rows, Interval);
                active = options.Shrinking ? Shrink(active) : active;
            }

            if (steps == most)
            {
                throw new MiningException(
                    $"{options.Name} did not converge in {most} steps: rows still differ by {active.Most - active.Least:G3} where "
                    + $"{options.Tolerance:G3} is asked for; scale the columns, or take a smaller C");
            }

            Step(active);
        }
    }

    private ActiveSet Activate(int[] members) => new(kernel, rows, members, _f, _beta, options);

    // The best step along the pair, cut off where a β comes to its bound or to 0, where ε|β| has its bend.
    private void Step(ActiveSet active)
    {
        var up = active.Fastest;
        var upKernel = active.Kernel(active.Members[up]);
        var down = active.Partner(upKernel);
        var downKernel = active.Kernel(active.Members[down]);
        ref var grown = ref _beta[active.Members[up]];
        ref var fallen = ref _beta[active.Members[down]];
        var step = (active.Most - active.Low(down)) / active.Curvature(up, down, upKernel[down]);
        var (growTo, fallTo) = (grown < 0 ? 0 : options.C, fallen > 0 ? 0 : -options.C);
        var (growRoom, fallRoom) = (growTo - grown, fallen - fallTo);
        step = Math.Min(step, Math.Min(growRoom, fallRoom));
        grown = step == growRoom ? growTo : grown + step;
        fallen = step == fallRoom ? fallTo : fallen - step;
        active.SetBounds(up, grown);
        active.SetBounds(down, fallen);
        active.Move(upKernel, downKernel, step);
    }

    private ActiveSet Shrink(ActiveSet active)
    {
        // Near the end what was shrunk away early is looked at once more.
        if (!_lastStretch && active.Most - active.Least <= 10 * options.Tolerance)
        {
            _lastStretch = true;
            active = active.Members.Length < rows.Rows ? Unshrink(active) : active;
        }

        var kept = new List<int>(active.Members.Length);
        for (var place = 0; place < active.Members.Length; place++)
        {
            if (active.Up(place) >= active.Least || active.Low(place) <= active.Most)
            {
                kept.Add(active.Members[place]);
            }
        }

        if ((active.Members.Length - kept.Count) * WorthPacking < active.Members.Length)
        {
            return active;
        }

        Store(active);
        return Activate([.. kept]);
    }

    // Takes all rows back; f of those that were away is computed from every β, from the same floats as in the search.
    private ActiveSet Unshrink(ActiveSet active)
    {
        Store(active);
        int[] away = [.. _all.Except(active.Members)];
        var points = new KernelPoints(kernel, rows, away);
        var cache = new KernelCache(rows, points, bytes: 0);
        var (sums, values) = (new double[points.Length], new double[points.Length]);
        for (var row = 0; row < rows.Rows; row++)
        {
            if (_beta[row] != 0)
            {
                TensorPrimitives.ConvertTruncating<float, double>(cache.Row(row), values);
                TensorPrimitives.MultiplyAdd(values, _beta[row], sums, sums);
            }
        }

        for (var place = 0; place < away.Length; place++)
        {
            _f[away[place]] = sums[place] - _targets[away[place]];
        }

        return Activate(_all);
    }

    private void Store(ActiveSet active)
    {
        for (var place = 0; place < active.Members.Length; place++)
        {
            _f[active.Members[place]] = active.F[place];
        }
    }

    private SvrSolution Finish(ActiveSet active, long steps)
    {
        Store(active);
        var (free, sum, objective) = (0, 0.0, 0.0);
        for (var row = 0; row < rows.Rows; row++)
        {
            var size = Math.Abs(_beta[row]);
            objective += (0.5 * _beta[row] * (_f[row] - _targets[row])) + (options.Epsilon * size);
            // A row on the edge of the tube tells the bias; the mean of all is the least noisy.
            (free, sum) = size > 0 && size < options.C ? (free + 1, sum + active.Up(row)) : (free, sum);
        }

        var bias = free > 0 ? sum / free : (active.Most + active.Least) / 2;
        var error = 0.0;
        for (var row = 0; row < rows.Rows; row++)
        {
            error += (_f[row] + bias) * (_f[row] + bias) / rows.Rows;
        }

        return new SvrSolution(_beta, bias, objective, error, steps);
    }
}
