using LiveQuality.Mining.Features;
using LiveQuality.Mining.Scoring.Reasons;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Reasons;

public sealed class BaselineTests
{
    private const double Unknown = double.NaN;

    [Fact]
    public void Of_Rows_TakesLowerMediansMostCommonCategoriesAndTheUnknownWhereMostAreUnknown()
    {
        var training = Matrix.Of(4, 4, [
            1, 9, Unknown, Unknown,
            4, 2, Unknown, 5,
            2, 9, 7, Unknown,
            3, 2, Unknown, 6,
        ]);

        Assert.Equal([2, 2, Unknown, 5], Baseline.Of(training, new HashSet<int> { 1 }));
    }

    [Fact]
    public void Of_Categories_TakesTheMostCommonNotTheMiddle() =>
        Assert.Equal([9], Baseline.Of(Matrix.Of(5, 1, [1, 9, 2, 9, 3]), new HashSet<int> { 0 }));

    [Fact]
    public void Of_NoRows_IsRefused() => Assert.Throws<ArgumentException>(() => Baseline.Of(new Matrix(0, 2), new HashSet<int>()));
}
