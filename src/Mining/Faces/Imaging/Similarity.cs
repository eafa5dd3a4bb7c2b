using System.Numerics;

namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>A rotation, a scale and a shift: (x, y) goes to (A x - B y + X, B x + A y + Y).</summary>
/// <param name="A">Scale times the cosine of the angle.</param>
/// <param name="B">Scale times its sine.</param>
/// <param name="X">Shift to the right, pixels.</param>
/// <param name="Y">Shift down, pixels.</param>
internal readonly record struct Similarity(double A, double B, double X, double Y)
{
    /// <summary>How many times larger things get.</summary>
    public double Scale => Math.Sqrt((A * A) + (B * B));

    /// <summary>
    /// The similarity that takes points nearest to their targets in the least squares sense (Umeyama, "Least-Squares Estimation of Transformation Parameters", 1991; without reflection, in closed form in the plane).
    /// </summary>
    /// <param name="from">Two or more points that are not all the same.</param>
    /// <param name="to">As many targets.</param>
    /// <exception cref="ArgumentException">Fewer than two points, or all in one place.</exception>
    public static Similarity Estimate(IReadOnlyList<Vector2> from, IReadOnlyList<Vector2> to)
    {
        if (from.Count < 2 || from.Count != to.Count)
        {
            throw new ArgumentException($"{from.Count} points for {to.Count} targets", nameof(from));
        }

        var (centre, target) = (Mean(from), Mean(to));
        double dot = 0, cross = 0, squares = 0;
        for (var i = 0; i < from.Count; i++)
        {
            var (p, q) = (from[i] - centre, to[i] - target);
            dot += ((double)p.X * q.X) + ((double)p.Y * q.Y);
            cross += ((double)p.X * q.Y) - ((double)p.Y * q.X);
            squares += ((double)p.X * p.X) + ((double)p.Y * p.Y);
        }

        if (squares <= 0)
        {
            throw new ArgumentException("all points lie in one place", nameof(from));
        }

        var (a, b) = (dot / squares, cross / squares);
        return new Similarity(a, b, target.X - (a * centre.X) + (b * centre.Y), target.Y - (b * centre.X) - (a * centre.Y));
    }

    /// <summary>Where a point goes.</summary>
    public Vector2 Apply(Vector2 point) => new((float)((A * point.X) - (B * point.Y) + X), (float)((B * point.X) + (A * point.Y) + Y));

    /// <summary>The way back.</summary>
    public Similarity Inverse()
    {
        var squares = (A * A) + (B * B);
        var (a, b) = (A / squares, -B / squares);
        return new Similarity(a, b, -((a * X) - (b * Y)), -((b * X) + (a * Y)));
    }

    private static Vector2 Mean(IReadOnlyList<Vector2> points) => points.Aggregate(Vector2.Zero, (sum, point) => sum + point) / points.Count;
}
