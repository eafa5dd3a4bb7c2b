using LiveQuality.Mining.Faces.Evaluating;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Evaluating;

public sealed class GroupScoreTests
{
    [Fact]
    public void Table_ThreeRows_HasEveryGroupThatOccursAndEverybody()
    {
        double[] errors = [1, 2, 6];

        var table = GroupScore.Table(["male", "female", "male"], ["asian", "asian", "white"], rows => rows.Average(row => errors[row]));

        Assert.Equal(
            [
                new("female", "asian", 1, 2), new("male", "asian", 1, 1), new("male", "white", 1, 6),
                new("female", GroupScore.All, 1, 2), new("male", GroupScore.All, 2, 3.5),
                new(GroupScore.All, "asian", 2, 1.5), new(GroupScore.All, "white", 1, 6),
                new(GroupScore.All, GroupScore.All, 3, 3),
            ],
            table);
    }

    [Fact]
    public void Table_SizesDiffer_IsRefused() => Assert.Throws<ArgumentException>(() => GroupScore.Table(["male"], [], _ => 0));
}
