using LiveQuality.Mining.Study.Analysis;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Analysis;

public sealed class ClassTfIdfTests
{
    [Fact]
    public void Keywords_TwoClasses_AreWeighedAsByHand()
    {
        // Here: 4 words, "clear" 2 of them; there: 2 words, none. A = 3, so W = 2/4 · ln(1 + 3/2). "both" has 1/4 here and 1/2 there: not above 0.
        var word = Assert.Single(ClassTfIdf.Keywords([["clear", "both"], ["clear", "alone"]], [["both", "dull"]], 10));

        Assert.Equal("clear", word.Word);
        Assert.Equal(0.5 * Math.Log(2.5), word.Weight, 1e-12);
    }

    [Fact]
    public void Keywords_SameTextsOnBothSides_AreNone() => Assert.Empty(ClassTfIdf.Keywords([["a", "b"], ["a"]], [["a", "b"], ["a"]], 10));

    [Fact]
    public void Keywords_NothingToCompareWith_AreTheFrequentWords() =>
        Assert.Equal(["often", "twice"], ClassTfIdf.Keywords([["often", "often", "twice"], ["often", "twice"]], [], 10).Select(word => word.Word));
}
