using LiveQuality.Mining.Scoring.WarmAndCold;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.WarmAndCold;

public sealed class TypicalTests
{
    private const double Unknown = double.NaN;

    [Fact]
    public void Of_NumbersAndNames_IsTheMedianAndTheMostCommon()
    {
        var typical = Typical.Of(Some.Rows([1, 7], [2, 7], [100, 9], [3, 8], [Unknown, 7]), new HashSet<int> { 1 });

        Assert.Equal([3.0, 7.0], typical);
    }

    [Fact]
    public void Of_ColumnThatMostRowsDoNotHave_IsUnknown() =>
        Assert.Equal([null, 5.0], Typical.Of(Some.Rows([1, 5], [Unknown, Unknown], [2, 5], [Unknown, 5]), new HashSet<int>()));
}
