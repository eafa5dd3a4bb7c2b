using LiveQuality.Mining.Evaluation;
using Xunit;

namespace LiveQuality.Mining.Tests.Evaluation;

public sealed class ErrorsTests
{
    [Fact]
    public void Of_SmallExample_IsThatWorkedOutByHand()
    {
        var errors = Errors.Of([4, 5, 3], [4, 3, 4]);

        Assert.Equal(1, errors.Mae, 1e-15);
        Assert.Equal(Math.Sqrt(5 / 3.0), errors.Rmse, 1e-15);
    }

    [Fact]
    public void Of_SizesDiffer_SaysBoth() =>
        Assert.Contains("2 predictions for 1 truths", Assert.Throws<ArgumentException>(() => Errors.Of([1, 2], [1])).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_Nothing_IsRefused() => Assert.Throws<ArgumentException>(() => Errors.Of([], []));
}
