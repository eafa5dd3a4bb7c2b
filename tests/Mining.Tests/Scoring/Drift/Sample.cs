using LiveQuality.Mining.Features;
using LiveQuality.Mining.Scoring.Drift;

namespace LiveQuality.Mining.Tests.Scoring.Drift;

/// <summary>Invented rows to look for drift in.</summary>
internal static class Sample
{
    /// <summary>Columns and scores that are normal numbers, until <paramref name="change"/> gets a value and its column (the score is the last); each row has a speaker of its own.</summary>
    public static DriftRows Rows(Random chance, int rows, int columns, Func<double, int, double>? change = null) => new(
        new Matrix(rows, columns).Map((_, column) => Changed(Normal(chance), column, change)),
        [.. Enumerable.Range(0, rows).Select(_ => Changed(Normal(chance), columns, change))],
        [.. Enumerable.Range(0, rows).Select(_ => $"{chance.NextInt64()}")]);

    /// <summary>
    /// Lives of speakers whose lives are alike and near in time, on either side of a point in time. Nothing moves; yet a speaker's lives come together, most on one side and some on both.
    /// With <paramref name="byRow"/> they get speakers of their own instead, as if they had nothing to do with each other.
    /// </summary>
    public static (DriftRows Before, DriftRows After) Clusters(Random chance, int speakers, bool byRow)
    {
        List<(double Time, double First, double Score, string Speaker)> lives = [];
        for (var speaker = 0; speaker < speakers; speaker++)
        {
            var (start, own) = (chance.NextDouble(), 2 * Normal(chance));
            for (var live = chance.Next(1, 7); live > 0; live--)
            {
                lives.Add((start + (0.1 * chance.NextDouble()), Math.Round(own + Normal(chance)), own + Normal(chance), byRow ? $"{lives.Count}" : $"{speaker}"));
            }
        }

        var sides = lives.ToLookup(live => live.Time > 0.7);
        return (Of(sides[false]), Of(sides[true]));

        static DriftRows Of(IEnumerable<(double Time, double First, double Score, string Speaker)> side)
        {
            var rows = side.ToArray();
            return new DriftRows(Matrix.Of(rows.Length, 1, [.. rows.Select(row => row.First)]), [.. rows.Select(row => row.Score)], [.. rows.Select(row => row.Speaker)]);
        }
    }

    public static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    private static double Changed(double value, int column, Func<double, int, double>? change) => change is null ? value : change(value, column);
}
