using CsCheck;
using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Tests.References;
using Xunit;

namespace LiveQuality.Mining.Tests.Evaluation;

public sealed class FoldPlanTests
{
    [Fact]
    public void Permutation_Seed42_IsNumpys() => Assert.Equal(Reference.Read<int[]>("permutation"), new NumpyRandom(42).Permutation(5477)[..20]);

    [Fact]
    public void Shuffled_Seed7_IsScikitLearns() =>
        Assert.Equal(Reference.Read<int[][]>("folds"), FoldPlan.Shuffled(11, 3, 7).Select(fold => fold.Test.ToArray()));

    [Fact]
    public void Split_Seed42_IsScikitLearns()
    {
        var split = FoldPlan.Split(10, 0.25, 42);

        Assert.Equal(Reference.Read<int[][]>("split"), [[.. split.Training], [.. split.Test]]);
    }

    [Fact]
    public void Split_TableB_Has1370TestRows() => Assert.Equal(1370, FoldPlan.Split(5477, 0.25, 42).Test.Count);

    [Fact]
    public void Grouped_AnyGroups_KeepsEachOnOneSide() => Gen.Select(Gen.Int[0, 1000], Gen.Int[5, 30], Gen.Int[2, 5]).Sample((seed, speakers, folds) =>
    {
        string[] groups = [.. Enumerable.Range(0, 3 * speakers).Select(row => $"speaker-{(row * row) % speakers}").Concat(Enumerable.Range(0, speakers).Select(speaker => $"speaker-{speaker}"))];

        var plan = FoldPlan.Grouped(groups, folds, seed);

        Assert.Equal(Enumerable.Range(0, groups.Length), plan.SelectMany(fold => fold.Test).Order());
        Assert.All(plan, fold => Assert.Empty(fold.Test.Select(row => groups[row]).Intersect(fold.Training.Select(row => groups[row]))));
    });

    [Fact]
    public void Forward_Always_LearnsFromThePast()
    {
        double[] times = [5, 1, 4, 2, 3, 6];

        var plan = FoldPlan.Forward(times, 2);

        Assert.Equal([[4, 2], [0, 5]], plan.Select(fold => fold.Test.ToArray()));
        Assert.All(plan, fold => Assert.True(fold.Training.Max(row => times[row]) < fold.Test.Min(row => times[row])));
    }

    [Fact]
    public void Shuffled_FewerRowsThanFolds_SaysSo() => Assert.Throws<MiningException>(() => FoldPlan.Shuffled(3, 5, 42));
}
