using System.Text.Json;
using CsCheck;
using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Tests.Scoring.Posterior;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Intervals;

public sealed class ConformalIntervalsTests
{
    private const string Hard = "tag:1";

    [Fact]
    public void Around_AnyScore_HoldsItWithinTheBounds()
    {
        var intervals = ConformalIntervals.Fit(Rows(1, 400, 2));

        Gen.Select(Gen.Double[1, 5], Gen.Double[0, 3], Gen.Bool.Select(seen => seen ? EvidenceBands.None : "never seen")).Sample((score, deviation, band) =>
        {
            var (low, high) = intervals.Around(score, deviation, band, []);

            Assert.True(low >= 1 && low <= score && score <= high && high <= 5);
        });
    }

    [Fact]
    public void Around_Slices_OnlyEverWiden()
    {
        var intervals = ConformalIntervals.Fit(Rows(2, 400, 2));

        var plain = intervals.Around(3, 0.3, EvidenceBands.None, []);
        var hard = intervals.Around(3, 0.3, EvidenceBands.None, ["tag:never seen", Hard]);
        var easy = intervals.Around(3, 0.3, EvidenceBands.None, ["tag:0"]);

        Assert.True(hard.Low < plain.Low && hard.High > plain.High);
        Assert.Equal(plain, easy);
        Assert.Equal(plain, intervals.Around(3, 0.3, EvidenceBands.None, ["tag:never seen"]));
    }

    [Fact]
    public void Around_SliceThatTheModelKnowsLess_IsCoveredTooAndTheWholeStillIs()
    {
        double hard = 0, all = 0, without = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var intervals = ConformalIntervals.Fit(Rows(seed, 1000, 2));
            var fresh = Rows(1000 + seed, 1000, 2);
            var hardOnes = fresh.Where(row => row.Slices.Contains(Hard)).ToArray();
            hard += Share(hardOnes, row => Covers(intervals, row, row.Slices)) / 20;
            without += Share(hardOnes, row => Covers(intervals, row, [])) / 20;
            all += Share(fresh, row => Covers(intervals, row, row.Slices)) / 20;
        }

        Assert.InRange(hard, 0.87, 0.92);
        Assert.True(without < 0.8, $"{without}");
        // Nobody's interval becomes narrower in return: the easy four fifths are covered as before, which is the price of the promise for the whole.
        Assert.InRange(all, 0.9, 0.96);
    }

    [Fact]
    public void Fit_BandsOfTheirOwnWidth_AreToldApartWhenLargeEnough()
    {
        var rows = Rows(3, 400, 1);
        var large = rows.Select(row => row with { Band = EvidenceBands.Few, Residual = 3 * row.Residual }).ToArray();
        var small = rows.Take(ConformalIntervals.FewestSpeakers - 1).Select(row => row with { Band = EvidenceBands.Some, Residual = 9 * row.Residual });

        var intervals = ConformalIntervals.Fit([.. rows, .. large, .. small]);

        Assert.Equal([EvidenceBands.Few, EvidenceBands.None], intervals.Bands.Keys);
        Assert.Equal(3 * intervals.Bands[EvidenceBands.None].Scale!.Value, intervals.Bands[EvidenceBands.Few].Scale!.Value, 1e-9);
        Assert.Equal(intervals.Around(3, 0.1, "never seen", []), intervals.Around(3, 0.1, EvidenceBands.Some, []));
    }

    [Fact]
    public void Fit_TooFewSpeakersForThePromise_AnswersOneToFive() =>
        Assert.Equal((1, 5), ConformalIntervals.Fit(Rows(4, 8, 1)).Around(4.5, 0.1, EvidenceBands.None, []));

    [Fact]
    public void Fit_RowsInAnotherOrder_GivesTheSame()
    {
        var rows = Rows(5, 300, 2);

        Assert.Equal(Json(ConformalIntervals.Fit(rows)), Json(ConformalIntervals.Fit([.. rows.Reverse()])));
    }

    [Fact]
    public void Json_ThereAndBack_GivesTheSameIntervals()
    {
        foreach (var intervals in new[] { ConformalIntervals.Fit(Rows(6, 300, 2)), ConformalIntervals.Fit(Rows(6, 5, 2)) })
        {
            var back = JsonSerializer.Deserialize<ConformalIntervals>(Json(intervals))!;

            Assert.Equal(Json(intervals), Json(back));
            Assert.Equal(intervals.Around(4.2, 0.31, EvidenceBands.None, [Hard]), back.Around(4.2, 0.31, EvidenceBands.None, [Hard]));
            Assert.Null(back.Fault());
        }
    }

    [Fact]
    public void Fault_DamagedNumbers_IsNamed()
    {
        var good = ConformalIntervals.Fit(Rows(7, 300, 2));

        Assert.NotNull((good with { Coverage = 1 }).Fault());
        Assert.NotNull((good with { Whole = good.Whole with { Scale = -1 } }).Fault());
        Assert.NotNull((good with { Whole = good.Whole with { Widenings = new Dictionary<string, double> { [Hard] = 0.5 } } }).Fault());
    }

    [Fact]
    public void Fit_WhatIsNoCalibration_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => ConformalIntervals.Fit([]));
        Assert.Throws<ArgumentException>(() => ConformalIntervals.Fit([new("a", EvidenceBands.None, [], double.NaN)]));
        Assert.Throws<ArgumentException>(() => ConformalIntervals.Fit([new("a", EvidenceBands.None, [], -1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConformalIntervals.Fit(Rows(8, 20, 1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConformalIntervals.Fit(Rows(8, 20, 1)).Around(5.5, 0.1, EvidenceBands.None, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConformalIntervals.Fit(Rows(8, 20, 1)).Around(4.5, double.NaN, EvidenceBands.None, []));
    }

    // A live in five has a tag whose residuals are so many times larger.
    private static CalibrationRow[] Rows(int seed, int speakers, double harder)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, speakers).Select(number => new CalibrationRow(
            $"{number}", EvidenceBands.None, [number % 5 == 0 ? Hard : "tag:0"], (number % 5 == 0 ? harder : 1) * Math.Abs(Draw.Normal(chance))))];
    }

    private static bool Covers(ConformalIntervals intervals, CalibrationRow row, IReadOnlyList<string> slices) => 3 + (0.1 * row.Residual) <= intervals.Around(3, 0.1, row.Band, slices).High;

    private static double Share(CalibrationRow[] rows, Func<CalibrationRow, bool> covered) => (double)rows.Count(covered) / rows.Length;

    private static string Json(ConformalIntervals intervals) => JsonSerializer.Serialize(intervals);
}
