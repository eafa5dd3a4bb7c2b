using CsCheck;
using LiveQuality.Mining.Evaluation;
using Xunit;

namespace LiveQuality.Mining.Tests.Evaluation;

public sealed class GroupedHoldoutTests
{
    [Fact]
    public void Split_AnyGroups_CoversEachRowOnceAndDividesNoGroup() =>
        Gen.Select(Gen.Int[0, 9].Array[2, 60], Gen.Double[0.01, 0.99], Gen.Int[0, 1000]).Sample((numbers, share, seed) =>
        {
            var groups = numbers.Append(100).Append(101).Select(number => $"g{number}").ToArray();

            var split = GroupedHoldout.Split(groups, share, seed);

            Assert.Equal(Enumerable.Range(0, groups.Length), split.Training.Concat(split.HeldOut).Order());
            Assert.Empty(split.Training.Select(row => groups[row]).Intersect(split.HeldOut.Select(row => groups[row])));
            Assert.NotEmpty(split.Training);
            Assert.NotEmpty(split.HeldOut);
        }, iter: 2_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Split_AFifthOfManyGroups_HoldsThatManyOut()
    {
        var groups = Enumerable.Range(0, 300).Select(row => $"g{row % 100}").ToArray();

        Assert.Equal(20, GroupedHoldout.Split(groups, 0.2, 42).HeldOut.Select(row => groups[row]).Distinct().Count());
    }

    [Fact]
    public void Split_SameSeed_HoldsOutTheSameGroupsWhateverTheOrder()
    {
        var groups = Enumerable.Range(0, 50).Select(row => $"g{row}").ToArray();
        var turned = groups.Reverse().ToArray();

        var one = GroupedHoldout.Split(groups, 0.2, 7).HeldOut.Select(row => groups[row]);
        var other = GroupedHoldout.Split(turned, 0.2, 7).HeldOut.Select(row => turned[row]);

        Assert.Equal(one.Order(), other.Order());
        Assert.NotEqual(one.Order(), GroupedHoldout.Split(groups, 0.2, 8).HeldOut.Select(row => groups[row]).Order());
    }

    [Fact]
    public void Split_OneGroup_IsRefused() => Assert.Throws<ArgumentException>(() => GroupedHoldout.Split(["a", "a"], 0.2, 1));
}
