using CsCheck;
using LiveQuality.Mining.Study.Reporting;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Reporting;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("review_count", "review_count")]
    [InlineData("_count_", @"\_count\_")]
    [InlineData("0.3 ± 0.1", "0.3 ± 0.1")]
    [InlineData("see http://a.b", @"see http\://a.b")]
    [InlineData("see www.a.b", @"see www\.a.b")]
    [InlineData("a@b.c", @"a\@b.c")]
    [InlineData(@"\| 心理", @"\\\| 心理")]
    public void Escape_Text_GivesPlainMarkdown(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));

    [Fact]
    public void Escape_AnyText_StaysOneLineAndKeepsItsSigns() => Gen.String[Gen.Char["ab_|`*\\<\n\r\t\u2028:/.w@ "], 0, 30].Sample(text =>
    {
        var escaped = MarkdownText.Escape(text);

        Assert.DoesNotContain(escaped, sign => char.IsControl(sign) || sign == '\u2028');
        Assert.Equal(string.Concat(text.Select(sign => char.IsControl(sign) || sign == '\u2028' ? ' ' : sign)), Unescaped(escaped));
    }, seed: "0000KQ9cVh33");

    [Fact]
    public void Fence_AnyText_IsLongerThanEveryRunInside() => Gen.String[Gen.Char["`a"], 0, 30].Sample(text =>
        Assert.DoesNotContain(MarkdownText.Fence(text), text, StringComparison.Ordinal), seed: "0000KQ9cVh33");

    private static string Unescaped(string escaped)
    {
        var plain = new List<char>();
        for (var index = 0; index < escaped.Length; index++)
        {
            plain.Add(escaped[index] == '\\' ? escaped[++index] : escaped[index]);
        }

        return string.Concat(plain);
    }
}
