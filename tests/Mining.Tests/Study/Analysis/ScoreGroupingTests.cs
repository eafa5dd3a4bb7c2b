using LiveQuality.Mining.Study.Analysis;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Tables;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Analysis;

public sealed class ScoreGroupingTests
{
    [Fact]
    public void VarianceShare_ScoresThatTheGroupDecides_IsOne() => Assert.Equal(1, ScoreGrouping.VarianceShare([[3, 3], [4], [5, 5, 5]]), 1e-12);

    [Fact]
    public void VarianceShare_GroupsOfEqualMeans_IsZero() => Assert.Equal(0, ScoreGrouping.VarianceShare([[3, 5], [4, 4], [2, 6]]), 1e-12);

    [Fact]
    public void VarianceShare_ByHand_IsBetweenOverTotal() => Assert.Equal(4 / 5.0, ScoreGrouping.VarianceShare([[1, 2], [3, 4]]), 1e-12);

    [Fact]
    public void VarianceShare_EqualScores_IsZero() => Assert.Equal(0, ScoreGrouping.VarianceShare([[4, 4], [4]]));

    [Theory]
    [InlineData(0, "free")]
    [InlineData(1, "up to 10 yuan")]
    [InlineData(1000, "up to 10 yuan")]
    [InlineData(1001, "10 to 20 yuan")]
    [InlineData(2000, "10 to 20 yuan")]
    [InlineData(5000, "20 to 50 yuan")]
    [InlineData(10_000, "50 to 100 yuan")]
    [InlineData(10_001, "over 100 yuan")]
    [InlineData(double.NaN, "price unknown")]
    public void Of_Price_FallsIntoTheBandThatEndsWithIt(double fen, string label) =>
        Assert.Equal(label, Assert.Single(By("price", Lives.Live(4, ("amount", fen))).Groups).Label);

    [Fact]
    public void Of_Prices_AreInTheOrderOfPrices()
    {
        var price = By("price", Lives.Live(4, ("amount", 9900)), Lives.Live(4, ("amount", 999)), Lives.Live(4, ("amount", double.NaN)), Lives.Live(4), Lives.Live(4, ("amount", 90_000)));

        Assert.Equal(["free", "up to 10 yuan", "50 to 100 yuan", "over 100 yuan", "price unknown"], price.Groups.Select(group => group.Key));
    }

    [Fact]
    public void Of_Tags_AreLabelledByNameAndKeyedByNumber()
    {
        var tags = By("tag", Lives.Live(5, ("tag_id", 105)) with { Tag = "法律" }, Lives.Live(4, ("tag_id", 9)), Lives.Live(3, ("tag_id", 105)) with { Tag = "法律" }, Lives.Live(4));

        Assert.Equal([("no tag", "no tag", 1), ("tag 9", "tag 9", 1), ("法律", "tag 105", 2)], tags.Groups.Select(group => (group.Label, group.Key, group.Lives)));
        Assert.Equal((4.0, Math.Sqrt(2), 3.5, 4.0, 4.5), (tags.Groups[2].Mean, tags.Groups[2].Sd, tags.Groups[2].LowerQuartile, tags.Groups[2].Median, tags.Groups[2].UpperQuartile));
    }

    [Fact]
    public void Of_OtherColumns_AreNamedInPlainWords()
    {
        StudyRow[] rows = [Lives.Live(4, ("badge", 1), ("gender", 1), ("user_type", 1)), Lives.Live(5, ("badge", 2))];

        Assert.Equal(["1 badge", "2 badges"], By("badge", rows).Groups.Select(group => group.Label));
        Assert.Equal(["gender 0", "gender 1"], By("gender", rows).Groups.Select(group => group.Label));
        Assert.Equal(["organization", "person"], By("user type", rows).Groups.Select(group => group.Label));
        Assert.Equal(1, By("user type", rows).VarianceShare, 1e-12);
    }

    private static GroupedScores By(string by, params StudyRow[] rows) => Assert.Single(ScoreGrouping.Of(Lives.Table(rows)), grouped => grouped.By == by);
}
