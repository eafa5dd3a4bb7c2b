using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.Posterior;
using LiveQuality.Mining.Scoring.WarmAndCold;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.WarmAndCold;

public sealed class CoverageTallyTests
{
    [Fact]
    public void Report_OfSomeIntervals_CountsThemOverallAndInEachSlice()
    {
        var (one, other) = (Live("tag:1", "speaker:new"), Live("tag:2", "speaker:new"));
        var tally = new CoverageTally();

        tally.Add(one, "none", held: true);
        tally.Add(one, "few", held: false);
        tally.Add(other, "none", held: true);
        tally.Add(other, "none", held: true);

        var report = tally.Report();
        Assert.Equal((4, 0.75), (report.Rows, report.Share));
        Assert.Equal(
            [new("evidence:few", 1, 0), new("evidence:none", 2, 1), new("speaker:new", 2, 0.75), new("tag:1", 1, 0.5), new("tag:2", 1, 1)],
            report.Slices);
    }

    [Fact]
    public void Report_OfNone_IsEmpty()
    {
        var report = new CoverageTally().Report();

        Assert.Equal((0, 0.0), (report.Rows, report.Share));
        Assert.Empty(report.Slices);
    }

    private static ReviewedLive Live(params string[] slices) => new("s", slices, 4, Evidence.Of(4.2, 30));
}
