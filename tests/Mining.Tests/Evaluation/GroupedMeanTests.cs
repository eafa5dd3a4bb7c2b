using LiveQuality.Mining.Evaluation;
using Xunit;

namespace LiveQuality.Mining.Tests.Evaluation;

public sealed class GroupedMeanTests
{
    private const double Tail = 0.025;

    [Fact]
    public void Of_EqualGroupsOfOne_IsStudentsInterval()
    {
        // scipy: stats.t.interval(.95, 4, mean, sem) of the same five numbers, which have no skewness.
        var interval = GroupedMean.Of([1, 2, 3, 4, 5], ["a", "b", "c", "d", "e"], Tail)!;

        Assert.Equal(3, interval.Value, 12);
        Assert.InRange(interval.Low, 1.0367568385 - 1e-6, 1.0367568385 + 1e-6);
        Assert.InRange(interval.High, 4.9632431615 - 1e-6, 4.9632431615 + 1e-6);
    }

    [Fact]
    public void Of_RowsOfOneGroupAlike_AreNoMoreThanOneRow()
    {
        var once = GroupedMean.Of([1, 2, 3, 4, 5], ["a", "b", "c", "d", "e"], Tail)!;

        var fourTimes = GroupedMean.Of([.. Enumerable.Range(0, 20).Select(row => 1.0 + (row / 4))], [.. Enumerable.Range(0, 20).Select(row => $"{row / 4}")], Tail)!;

        Assert.Equal(once.Low, fourTimes.Low, 9);
        Assert.Equal(once.High, fourTimes.High, 9);
    }

    [Fact]
    public void Of_FewLargeLossesAmongManySmallGains_ReachesFartherDown()
    {
        double[] values = [.. Enumerable.Range(0, 60).Select(row => row % 20 == 0 ? -1.9 : 0.1)];

        var interval = GroupedMean.Of(values, [.. values.Select((_, row) => $"{row}")], Tail)!;

        Assert.True(interval.Value - interval.Low > 1.1 * (interval.High - interval.Value), $"{interval}");
    }

    [Fact]
    public void Of_UnequalGroups_CoversTheTruthAboutNineteenTimesInTwenty()
    {
        const int Tries = 2000;
        var chance = new Random(11);
        var covered = 0;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            List<double> values = [];
            List<string> groups = [];
            for (var group = 0; group < 40; group++)
            {
                var own = chance.NextDouble() - 0.5;
                for (var row = 0; row < (group % 10 == 0 ? 12 : 2); row++)
                {
                    values.Add(own + chance.NextDouble() - 0.5);
                    groups.Add($"{group}");
                }
            }

            covered += GroupedMean.Of(values, groups, Tail)!.ExcludesZero ? 0 : 1;
        }

        Assert.InRange(covered / (double)Tries, 0.925, 0.975);
    }

    [Fact]
    public void Of_OneGroup_IsUnknown() => Assert.Null(GroupedMean.Of([1, 2, 3], ["a", "a", "a"], Tail));

    [Fact]
    public void Of_NoDifferenceAnywhere_DoesNotExcludeZero() => Assert.False(GroupedMean.Of([0, 0, 0], ["a", "b", "c"], Tail)!.ExcludesZero);
}
