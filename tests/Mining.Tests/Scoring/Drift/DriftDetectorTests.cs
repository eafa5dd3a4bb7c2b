using System.Text.Json;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Scoring.Drift;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Drift;

public sealed class DriftDetectorTests
{
    private const int Columns = 20;
    private const int Tag = 2;
    private static readonly string[] Names = [.. Enumerable.Range(0, Columns).Select(column => $"c{column}")];
    private static readonly HashSet<string> Categories = [Names[Tag]];

    [Fact]
    public void Compare_HalfADeviationInOneOfTwentyColumns_IsFoundAndNamed()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var report = Compare(seed, after: (value, column) => column == 7 ? value + 0.5 : value);

            Assert.True(report.Alarm);
            Assert.Equal("c7", report.Columns[0].Name);
            Assert.True(report.Columns[0].Alarm);
            Assert.True(report.Columns[0].Statistic > report.Columns[0].Threshold);
            Assert.InRange(report.Columns[0].MedianAfter!.Value - report.Columns[0].MedianBefore!.Value, 0.2, 0.8);
        }
    }

    [Fact]
    public void Compare_CategoryVanishes_IsFound()
    {
        var report = Compare(1, before: (value, column) => column == Tag ? SixTags(value) : value, after: (value, column) => column == Tag ? Math.Max(1, SixTags(value)) : value);

        Assert.True(report.Alarm);
        Assert.Equal((Names[Tag], null), (report.Columns[0].Name, report.Columns[0].MedianBefore));
    }

    [Fact]
    public void Compare_CategoriesTradePlaces_IsFoundThoughTheMiddleStays()
    {
        // As numbers they would be alike: 0 and 5 against 1 and 4.
        var report = Compare(1, before: (value, column) => column == Tag ? (value < 0 ? 0 : 5) : value, after: (value, column) => column == Tag ? (value < 0 ? 1 : 4) : value);

        Assert.Equal((Names[Tag], true), (report.Columns[0].Name, report.Columns[0].Alarm));
    }

    [Fact]
    public void Compare_ColumnBecomesMissing_IsFound()
    {
        var report = Compare(1, before: (value, column) => column == 4 && value < -2 ? double.NaN : value, after: (value, column) => column == 4 && Math.Abs(value) > 1.5 ? double.NaN : value);

        Assert.Equal(("c4", true), (report.Columns[0].Name, report.Columns[0].Alarm));
        Assert.True(report.Columns[0].MissingBefore < 0.05 && report.Columns[0].MissingAfter > 0.05);
    }

    [Fact]
    public void Compare_ColumnIsGone_IsFound()
    {
        var report = Compare(1, after: (value, column) => column == 4 ? double.NaN : value);

        Assert.Equal(("c4", true, null, 1), (report.Columns[0].Name, report.Columns[0].Alarm, report.Columns[0].MedianAfter, report.Columns[0].MissingAfter));
    }

    [Fact]
    public void Compare_WiderSpreadAroundTheSameMiddle_IsFound() =>
        Assert.Equal("c9", Compare(1, after: (value, column) => column == 9 ? 2 * value : value).Columns[0].Name);

    [Fact]
    public void Compare_ScoreFalls_IsNamedAsTheScore()
    {
        var report = Compare(1, after: (value, column) => column == Columns ? value - 0.5 : value);

        Assert.Equal((DriftReport.ScoreColumn, true), (report.Columns[0].Name, report.Columns[0].Alarm));
        Assert.Equal(Columns + 1, report.Columns.Count);
    }

    [Fact]
    public void Compare_FlagsThatAreSetOnce_DoNotHideWhatMoved()
    {
        var chance = new Random(1);
        DriftRows before = OnceSet(Sample.Rows(chance, 1000, Columns)), after = Sample.Rows(chance, 200, Columns, (value, column) => column == 0 ? value + 0.5 : column < Columns ? 0 : value);

        var report = new DriftDetector(1).Compare(Names, Categories, before, after, TestContext.Current.CancellationToken);

        Assert.Equal(("c0", true), (report.Columns[0].Name, report.Columns[0].Alarm));

        static DriftRows OnceSet(DriftRows rows)
        {
            var number = 0;
            return rows with { Features = rows.Features.Map((value, column) => column == 0 ? value : number++ / Columns == column ? 1 : 0) };
        }
    }

    [Fact]
    public void Compare_ColumnsThatNeverChange_AreNoAlarm()
    {
        var report = Compare(3, before: Still, after: Still);

        Assert.All(report.Columns.Where(column => column.Name is "c0" or "c1"), column => Assert.Equal((0.0, 1.0, false), (column.Statistic, column.PValue, column.Alarm)));

        static double Still(double value, int column) => column switch { 0 => 1, 1 => double.NaN, _ => value };
    }

    [Fact]
    public void Compare_OneNewSpeaker_CannotAlarmAndSaysSo()
    {
        var chance = new Random(1);
        var after = Sample.Rows(chance, 60, 1, (value, _) => value + 3) with { Speakers = [.. Enumerable.Repeat("new", 60)] };

        var report = new DriftDetector(1).Compare(["c0"], Categories, Sample.Rows(chance, 200, 1), after, TestContext.Current.CancellationToken);

        Assert.Equal((false, false, 1, 200), (report.CanAlarm, report.Alarm, report.SpeakersAfter, report.SpeakersBefore));
    }

    [Fact]
    public void Compare_SameSeed_GivesTheSameReportAlsoAsJson()
    {
        var (one, other) = (JsonSerializer.Serialize(Compare(5)), JsonSerializer.Serialize(Compare(5)));

        Assert.Equal(one, other);
        Assert.Equal(one, JsonSerializer.Serialize(JsonSerializer.Deserialize<DriftReport>(one)));
    }

    [Fact]
    public void Compare_ShapesThatDiffer_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new DriftDetector(1).Compare(["a", "b"], Categories, Rows(), Rows(), TestContext.Current.CancellationToken));

    private static DriftRows Rows() => new(new Matrix(3, 1), [1, 2, 3], ["a", "b", "c"]);

    private static double SixTags(double value) => Math.Clamp(Math.Floor((value * 2) + 3), 0, 5) switch { 0 => 3, 5 => 4, 2 => 0, var tag => tag };

    private static DriftReport Compare(int seed, Func<double, int, double>? before = null, Func<double, int, double>? after = null)
    {
        var chance = new Random(seed);
        return new DriftDetector(seed).Compare(
            Names, before is null ? [] : Categories, Sample.Rows(chance, 1000, Columns, before), Sample.Rows(chance, 200, Columns, after), TestContext.Current.CancellationToken);
    }
}
