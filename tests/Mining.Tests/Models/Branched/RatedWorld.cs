using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Branched;

namespace LiveQuality.Mining.Tests.Models.Branched;

/// <summary>Invented rated rows: three numbers, of which some are unknown, and one category, in column 3.</summary>
internal static class RatedWorld
{
    public const int Columns = 4;

    public static IReadOnlySet<int> Categories { get; } = new HashSet<int> { 3 };

    /// <summary>Small enough to learn in a moment.</summary>
    public static MtbDnnOptions Tiny { get; } = new() { Members = 3, Branches = 4, Width = 8, Epochs = 3, Bins = 4 };

    public static Matrix Features(int rows, int seed)
    {
        var chance = new Random(seed);
        return new Matrix(rows, Columns).Map((_, column) =>
            chance.Next(6) == 0 ? double.NaN : column == 3 ? chance.Next(4) : (column + 1) * 10 * chance.NextDouble());
    }

    public static RatedRows Rated(int rows = 120, int speakers = 30, int seed = 1)
    {
        var (features, chance) = (Features(rows, seed), new Random(seed));
        return new RatedRows(
            features,
            [.. Enumerable.Range(0, rows).Select(row => 3.5 + (double.IsNaN(features[row, 0]) ? 0.5 : features[row, 0] / 10) + (0.1 * chance.NextDouble()))],
            [.. Enumerable.Range(0, rows).Select(_ => (double)chance.Next(1, 200))],
            [.. Enumerable.Range(0, rows).Select(row => $"speaker-{row % speakers}")]);
    }
}
