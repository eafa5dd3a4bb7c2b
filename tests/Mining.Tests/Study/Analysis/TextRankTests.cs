using LiveQuality.Mining.Study.Analysis;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Analysis;

public sealed class TextRankTests
{
    private const double Close = 1e-5;

    // A path a - b - c: a = .15 + .85 b / 2, b = .15 + .85 (a + c), c = a; so b = .405 / .2775.
    private const double Middle = 0.405 / 0.2775;

    [Fact]
    public void HotWords_PathOfThree_AreRankedAsByHand()
    {
        var words = TextRank.HotWords([["a", "b"], ["b", "c"]], 10, TestContext.Current.CancellationToken);

        Assert.Equal(["b", "a", "c"], words.Select(word => word.Word));
        Assert.Equal(Middle, words[0].Weight, Close);
        Assert.Equal(0.15 + (0.85 * Middle / 2), words[1].Weight, Close);
        Assert.Equal(words[1].Weight, words[2].Weight, Close);
    }

    [Fact]
    public void HotWords_PathWithAThreefoldLink_SharesRankByStrength()
    {
        var words = TextRank.HotWords([["b", "c"], ["a", "b"], ["a", "b"], ["b", "a"]], 10, TestContext.Current.CancellationToken);

        Assert.Equal(["b", "a", "c"], words.Select(word => word.Word));
        Assert.Equal(0.15 + (0.85 * Middle * 3 / 4), words[1].Weight, Close);
        Assert.Equal(0.15 + (0.85 * Middle / 4), words[2].Weight, Close);
    }

    [Fact]
    public void HotWords_WordsOutsideTheWindow_AreNotLinked()
    {
        // "x" and "y" are each linked to the four between them, and not to each other: a window further would make all ranks equal.
        var words = TextRank.HotWords([["x", "p", "q", "r", "s", "y"]], 10, TestContext.Current.CancellationToken);

        Assert.Equal(["p", "q", "r", "s", "x", "y"], words.Select(word => word.Word).Order(StringComparer.Ordinal));
        Assert.Equal(["x", "y"], words.TakeLast(2).Select(word => word.Word));
        Assert.True(words[3].Weight > words[4].Weight + 0.1);
    }

    [Fact]
    public void HotWords_WordsWithoutNeighbours_AreNone() => Assert.Empty(TextRank.HotWords([["a"], ["b", "b"], []], 10, TestContext.Current.CancellationToken));

    [Fact]
    public void HotWords_MoreThanWanted_AreTheHottest() => Assert.Equal("b", Assert.Single(TextRank.HotWords([["a", "b"], ["b", "c"]], 1, TestContext.Current.CancellationToken)).Word);
}
