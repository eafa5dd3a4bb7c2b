using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;

namespace LiveQuality.Mining.Tests.Features.Rich;

/// <summary>Invented lives.</summary>
internal static class RichLives
{
    private const double Noon = 1_500_004_800;

    /// <summary>A live on the given day, whose numbers are all 0 but for 20 reviews and the given ones.</summary>
    public static RichLive On(double? day, string speaker = "s", double? score = null, params (string Column, double Value)[] numbers) =>
        new RichLive($"{speaker}-{day}", speaker, null, Noon + (day * 86_400), new double[StudyFeatures.All.Count], score).With((StudyFeatures.ReviewCount, 20)).With(numbers);

    public static RichLive With(this RichLive live, params (string Column, double Value)[] numbers)
    {
        var study = live.Study.ToArray();
        foreach (var (column, value) in numbers)
        {
            study[StudyFeatures.IndexOf(column)] = value;
        }

        return live with { Study = study };
    }

    /// <summary>Lives of a few speakers and tags, many at one time, some without score, start or single numbers.</summary>
    public static RichLive[] World(int lives, int speakers, int seed = 1)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, lives).Select(number =>
        {
            double[] study = [.. StudyFeatures.All.Select(_ => chance.Next(12) == 0 ? double.NaN : (double)chance.Next(2000))];
            study[StudyFeatures.IndexOf(StudyFeatures.Tag)] = chance.Next(4);
            var start = Noon + (chance.Next(1 + (lives / 2)) * 3600.0);
            return new RichLive(
                $"{number}",
                $"s{chance.Next(speakers)}",
                chance.Next(10) == 0 ? null : start - chance.Next(900_000),
                chance.Next(10) == 0 ? null : start,
                study,
                chance.Next(4) == 0 ? null : 1 + (4 * chance.NextDouble()));
        })];
    }

    public static int[] Rows(this IReadOnlyList<RichLive> lives) => [.. Enumerable.Range(0, lives.Count)];

    /// <summary>All columns of all rows.</summary>
    public static Matrix Matrix(IReadOnlyList<RichLive> lives, IReadOnlyCollection<int>? known = null) => new RichTable(lives).ToMatrix(known ?? lives.Rows(), lives.Rows());

    /// <summary>One number of the last row, all scores known.</summary>
    public static double Last(string column, params RichLive[] lives) => Value(Matrix(lives), lives.Length - 1, column);

    public static double Value(Matrix matrix, int row, string column) => matrix[row, ColumnOf(column)];

    public static int ColumnOf(string column) => RichFeatures.All.Index().First(pair => pair.Item == column).Index;
}
