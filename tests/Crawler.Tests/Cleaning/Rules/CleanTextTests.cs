using CsCheck;
using LiveQuality.Crawler.Cleaning.Rules;
using Xunit;

namespace LiveQuality.Crawler.Tests.Cleaning.Rules;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\rb", "a\nb")]
    [InlineData("a\r\r\nb", "a\n\nb")]
    [InlineData("a\nb", "a\nb")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("a\u0008b\u008Bc\u007Fd\u0085e", "abcde")]
    [InlineData("a \r\n", "a")]
    [InlineData("a　\r\nb　c", "a　\nb　c")]
    [InlineData("（ 1 ）　２ 😀 • ＊", "（ 1 ）　２ 😀 • ＊")]
    [InlineData(" a", " a")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Of_ATextOfTheSite_HasOneForm(string? text, string? clean) => Assert.Equal(clean, CleanText.Of(text));

    [Fact]
    public void Of_AnyText_HasNoControlsAndCleaningAgainChangesNothing() =>
        Gen.String[Gen.Char["\u0000\u0008\t\n\r \u0085\u008B\u3000a中"], 0, 30].Sample(
            text =>
            {
                var clean = CleanText.Of(text)!;
                Assert.DoesNotContain(clean, c => char.IsControl(c) && c is not ('\t' or '\n'));
                Assert.Equal(clean, CleanText.Of(clean));
                Assert.Equal(text.Count(char.IsLetter), clean.Count(char.IsLetter));
            },
            iter: 5_000,
            seed: "0N0XIzNsQ0O2");
}
