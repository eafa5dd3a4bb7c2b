using System.Numerics.Tensors;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>
/// Limited-memory BFGS for smooth convex functions (Nocedal and Wright, "Numerical Optimization", algorithm 7.5): ten pairs, the step halved until the value falls enough (Armijo).
/// Own code because values come from 32-bit products: MathNet's line search throws where rounding hides the descent, here that is a reason to stop.
/// </summary>
internal static class Lbfgs
{
    private const int Pairs = 10;
    private const double EnoughDescent = 1e-4;
    private const int MostHalvings = 30;

    /// <summary>Goes downhill until no slope is steeper than <paramref name="flat"/>, no step helps any more, or <paramref name="mostSteps"/> are made.</summary>
    /// <param name="measure">Value and gradient at a point; the gradient is the caller's own array.</param>
    /// <param name="start">Where to begin; not changed.</param>
    /// <param name="flat">Largest absolute slope of a minimum, above 0.</param>
    /// <param name="mostSteps">1 or more.</param>
    /// <param name="progress">Hears the value after each step.</param>
    /// <param name="cancellationToken">Asked before each measurement.</param>
    /// <returns>The lowest point.</returns>
    public static double[] Minimise(
        Func<double[], (double Value, double[] Gradient)> measure, double[] start, double flat, int mostSteps, Action<int, double>? progress, CancellationToken cancellationToken)
    {
        var point = start;
        var (value, gradient) = measure(point);
        var pairs = new Queue<(double[] Step, double[] Change)>(Pairs);
        for (var step = 1; step <= mostSteps && Math.Abs(TensorPrimitives.MaxMagnitude<double>(gradient)) > flat; step++)
        {
            var direction = Downhill(gradient, pairs);
            // Nothing is known of the scale before the first step: go a length of at most 1.
            var length = pairs.Count > 0 ? 1 : Math.Min(1, 1 / TensorPrimitives.Norm<double>(gradient));
            if (Search(measure, point, value, gradient, direction, length, cancellationToken) is not var (next, nextValue, nextGradient))
            {
                break;
            }

            var (moved, change) = (Minus(next, point), Minus(nextGradient, gradient));
            // Keeps the curvature positive where rounding does not.
            if (TensorPrimitives.Dot<double>(moved, change) > 1e-10 * TensorPrimitives.SumOfSquares<double>(change))
            {
                if (pairs.Count == Pairs)
                {
                    pairs.Dequeue();
                }

                pairs.Enqueue((moved, change));
            }

            (point, value, gradient) = (next, nextValue, nextGradient);
            progress?.Invoke(step, value);
        }

        return point;
    }

    private static (double[] Point, double Value, double[] Gradient)? Search(
        Func<double[], (double Value, double[] Gradient)> measure, double[] point, double value, double[] gradient, double[] direction, double length,
        CancellationToken cancellationToken)
    {
        var slope = TensorPrimitives.Dot<double>(gradient, direction);
        for (var halving = 0; halving < MostHalvings && slope < 0; halving++, length /= 2)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = new double[point.Length];
            TensorPrimitives.MultiplyAdd(direction, length, point, next);
            var (nextValue, nextGradient) = measure(next);
            if (nextValue <= value + (EnoughDescent * length * slope))
            {
                return (next, nextValue, nextGradient);
            }
        }

        return null;
    }

    // The two loops: minus the inverse curvature times the gradient.
    private static double[] Downhill(double[] gradient, Queue<(double[] Step, double[] Change)> pairs)
    {
        var direction = new double[gradient.Length];
        TensorPrimitives.Negate<double>(gradient, direction);
        var shares = new Stack<double>(pairs.Count);
        foreach (var (step, change) in pairs.Reverse())
        {
            var share = TensorPrimitives.Dot<double>(step, direction) / TensorPrimitives.Dot<double>(step, change);
            TensorPrimitives.MultiplyAdd(change, -share, direction, direction);
            shares.Push(share);
        }

        if (pairs.Count > 0)
        {
            var (step, change) = pairs.Last();
            TensorPrimitives.Multiply(direction, TensorPrimitives.Dot<double>(step, change) / TensorPrimitives.SumOfSquares<double>(change), direction);
        }

        foreach (var (step, change) in pairs)
        {
            var back = TensorPrimitives.Dot<double>(change, direction) / TensorPrimitives.Dot<double>(step, change);
            TensorPrimitives.MultiplyAdd(step, shares.Pop() - back, direction, direction);
        }

        return direction;
    }

    private static double[] Minus(double[] one, double[] other)
    {
        var difference = new double[one.Length];
        TensorPrimitives.Subtract<double>(one, other, difference);
        return difference;
    }
}
