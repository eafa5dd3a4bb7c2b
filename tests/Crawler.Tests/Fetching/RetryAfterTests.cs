using CsCheck;
using LiveQuality.Crawler.Fetching;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2017, 10, 26, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("120", 120)]
    [InlineData(" 120 ", 120)]
    [InlineData("99999999999999999999", int.MaxValue)]
    [InlineData("Thu, 26 Oct 2017 08:01:00 GMT", 60)]
    [InlineData("Thursday, 26-Oct-17 08:01:00 GMT", 60)]
    [InlineData("Thu, 26 Oct 2017 07:59:00 GMT", 0)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", int.MaxValue)]
    public void Parse_OfEitherForm_GivesASpan(string text, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Parse(text, Now));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("１２０")]
    [InlineData("Thu, 32 Oct 2017 08:01:00 GMT")]
    public void Parse_OfAnythingElse_GivesNothing(string text) => Assert.Null(RetryAfter.Parse(text, Now));

    [Fact]
    public void Parse_OfAnyText_NeverThrowsAndNeverGivesATimeThatCannotBe() =>
        Gen.Frequency((2, Gen.String), (1, Gen.String[Gen.Char["0123456789 ,-:GMTThuOct"], 0, 40])).Sample(
            text => Assert.False(RetryAfter.Parse(text, Now) is { } span && (span < TimeSpan.Zero || span > RetryAfter.Longest)),
            iter: 20_000,
            seed: "0N0XIzNsQ0O2");
}
