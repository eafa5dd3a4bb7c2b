using CsCheck;
using LiveQuality.Mining.Evaluation;
using Xunit;

namespace LiveQuality.Mining.Tests.Evaluation;

public sealed class LastingFoldsTests
{
    [Fact]
    public void Lasting_RowsComeAndGo_LeavesEveryGroupInItsPart()
    {
        string[] today = [.. Enumerable.Range(0, 300).Select(row => $"s{row % 100}")];
        string[] tomorrow = [.. Enumerable.Range(0, 500).Select(row => $"s{499 - row}")];

        var (before, after) = (Parts(today, 5), Parts(tomorrow, 5));

        Assert.All(before, group => Assert.Equal(group.Value, after[group.Key]));
        Assert.All(before, group => Assert.Equal(FoldPlan.PartOf(group.Key, 5, 0), group.Value));
    }

    [Fact]
    public void Lasting_AnyGroups_TestsEachRowOnceAndLeavesNoPartEmpty() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[2, 12], Gen.Int[2, 6]).Where((_, groups, folds) => groups >= folds).Sample((first, groups, folds) =>
        {
            string[] rows = [.. Enumerable.Range(0, 3 * groups).Select(row => $"g{first + (row % groups)}")];
            var plan = FoldPlan.Lasting(rows, folds, FoldPlan.SaltOf(rows, folds));

            Assert.Equal(Enumerable.Range(0, rows.Length), plan.SelectMany(fold => fold.Test).Order());
            Assert.All(plan, fold =>
            {
                Assert.NotEmpty(fold.Test);
                Assert.Empty(fold.Test.Select(row => rows[row]).Intersect(fold.Training.Select(row => rows[row])));
                Assert.Equal(rows.Length, fold.Test.Count + fold.Training.Count);
            });
        }, iter: 500, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Lasting_ManyGroups_DividesThemRoughlyEvenly() =>
        Assert.All(FoldPlan.Lasting([.. Enumerable.Range(0, 2000).Select(row => $"speaker {row}")], 5, 0), fold => Assert.InRange(fold.Test.Count, 340, 460));

    [Fact]
    public void Lasting_FewerGroupsThanParts_IsRefused() => Assert.Throws<MiningException>(() => FoldPlan.SaltOf(["a", "b", "a"], 3));

    private static Dictionary<string, int> Parts(string[] groups, int folds) => FoldPlan.Lasting(groups, folds, FoldPlan.SaltOf(groups, folds))
        .SelectMany((fold, part) => fold.Test.Select(row => (Group: groups[row], part))).Distinct().ToDictionary(pair => pair.Group, pair => pair.part, StringComparer.Ordinal);
}
