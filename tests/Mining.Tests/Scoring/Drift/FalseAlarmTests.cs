using LiveQuality.Mining.Scoring.Drift;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Drift;

/// <summary>The promise: where nothing has moved, 1 ± 0.5 % of the reports are alarms, at any size.</summary>
public sealed class FalseAlarmTests(ITestOutputHelper output)
{
    private const int Training = 500;

    // The level does not depend on it, so the least is taken.
    private const int Arrangements = 99;

    [Theory]
    [InlineData(50, 4000, 4)]
    [InlineData(200, 4000, 4)]
    [InlineData(1000, 3000, 2)]
    [InlineData(5000, 2000, 1)]
    public void Compare_NothingMoved_AlarmsInOnePercent(int rows, int tries, int columns)
    {
        string[] names = [.. Enumerable.Range(0, columns).Select(column => $"c{column}")];
        var chance = new Random(rows);

        var (any, score) = Rates(tries, seed => new DriftDetector(seed, Arrangements).Compare(
            names, new HashSet<string> { "c2" }, Sample.Rows(chance, Training, columns, Mixed), Sample.Rows(chance, rows, columns, Mixed), TestContext.Current.CancellationToken));

        Assert.InRange(any, 0.005, 0.015);
        Assert.InRange(score, 0.005, 0.015);
    }

    [Fact]
    public void Compare_LivesOfASpeakerAreAlike_AlarmsInOnePercent()
    {
        var chance = new Random(1);

        var (any, score) = Rates(4000, seed => Clusters(seed, chance, byRow: false));

        Assert.InRange(any, 0.005, 0.015);
        Assert.InRange(score, 0.005, 0.015);
    }

    [Fact]
    public void Compare_LivesOfASpeakerAreAlikeButTakenForStrangers_WouldAlarmFarTooOften()
    {
        var chance = new Random(1);

        var (any, _) = Rates(500, seed => Clusters(seed, chance, byRow: true));

        Assert.True(any > 0.1, $"{any}");
    }

    // A number, a rounded one with many unknown, a category, a flag that is seldom set; the score is the last.
    private static double Mixed(double value, int column) => column switch
    {
        1 => value > 0.8 ? double.NaN : Math.Round(value),
        2 => Math.Floor(value * 3),
        3 => value > 2.3 ? 1 : 0,
        _ => value,
    };

    private static DriftReport Clusters(int seed, Random chance, bool byRow)
    {
        var (before, after) = Sample.Clusters(chance, 120, byRow);
        return new DriftDetector(seed, Arrangements).Compare(["c0"], new HashSet<string>(), before, after, TestContext.Current.CancellationToken);
    }

    private (double Any, double Score) Rates(int tries, Func<int, DriftReport> compare)
    {
        int any = 0, score = 0;
        for (var seed = 0; seed < tries; seed++)
        {
            var report = compare(seed);
            any += report.Alarm ? 1 : 0;
            score += report.Columns.Single(column => column.Name == DriftReport.ScoreColumn).PValue <= 0.01 ? 1 : 0;
        }

        output.WriteLine($"{any} reports and {score} scores of {tries}");
        return ((double)any / tries, (double)score / tries);
    }
}
