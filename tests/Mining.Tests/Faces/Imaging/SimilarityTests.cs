using System.Numerics;
using CsCheck;
using LiveQuality.Mining.Faces.Imaging;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Imaging;

public sealed class SimilarityTests
{
    internal static readonly Gen<Similarity> Any = Gen.Select(
        Gen.Double[0.1, 4], Gen.Double[-Math.PI, Math.PI], Gen.Double[-200, 200], Gen.Double[-200, 200],
        (scale, angle, x, y) => new Similarity(scale * Math.Cos(angle), scale * Math.Sin(angle), x, y));

    private static readonly Gen<Vector2> Point = Gen.Select(Gen.Float[-100, 100], Gen.Float[-100, 100], (x, y) => new Vector2(x, y));

    private static readonly Gen<Vector2[]> Points = Point.Array[5].Where(points => points.Max(point => Vector2.Distance(point, points[0])) > 10);

    [Fact]
    public void Estimate_PointsMovedByASimilarity_FindsIt() =>
        Gen.Select(Any, Points).Sample((move, points) =>
        {
            var found = Similarity.Estimate(points, [.. points.Select(move.Apply)]);
            return points.All(point => Vector2.Distance(found.Apply(point), move.Apply(point)) < 1e-2);
        });

    [Fact]
    public void Estimate_AnyTargets_IsNotBeatenByItsNeighbours() =>
        Gen.Select(Points, Point.Array[5], Gen.Double[-0.1, 0.1].Array[4]).Sample((from, to, step) =>
        {
            var best = Similarity.Estimate(from, to);
            var other = new Similarity(best.A + step[0], best.B + step[1], best.X + step[2], best.Y + step[3]);
            return Error(best, from, to) <= Error(other, from, to) + 0.1;
        });

    [Fact]
    public void Inverse_AfterApply_GivesThePointBack() =>
        Gen.Select(Any, Point).Sample((move, point) => Vector2.Distance(move.Inverse().Apply(move.Apply(point)), point) < 1e-2);

    [Fact]
    public void Inverse_Scale_IsTheReciprocal() => Any.Sample(move => Math.Abs((move.Inverse().Scale * move.Scale) - 1) < 1e-9);

    [Fact]
    public void Apply_TwoPoints_ScalesTheirDistance() =>
        Gen.Select(Any, Point, Point).Sample((move, one, other) =>
            Math.Abs(Vector2.Distance(move.Apply(one), move.Apply(other)) - (move.Scale * Vector2.Distance(one, other))) < 1e-2);

    [Fact]
    public void Estimate_QuarterTurn_TurnsClockwiseOnTheScreen() =>
        Assert.Equal(new Similarity(0, 1, 0, 0), Similarity.Estimate([new(1, 0), new(-1, 0)], [new(0, 1), new(0, -1)]));

    [Fact]
    public void Estimate_OnePlaceOrTooFew_Throws()
    {
        Assert.Throws<ArgumentException>(() => Similarity.Estimate([Vector2.One, Vector2.One], [Vector2.One, Vector2.Zero]));
        Assert.Throws<ArgumentException>(() => Similarity.Estimate([Vector2.One], [Vector2.One]));
        Assert.Throws<ArgumentException>(() => Similarity.Estimate([Vector2.One, Vector2.Zero], [Vector2.One]));
    }

    private static double Error(Similarity move, Vector2[] from, Vector2[] to) => from.Zip(to).Sum(pair => Vector2.DistanceSquared(move.Apply(pair.First), pair.Second));
}
