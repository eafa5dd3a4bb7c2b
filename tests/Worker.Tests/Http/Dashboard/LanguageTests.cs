using System.Reflection;
using System.Text.RegularExpressions;
using LiveQuality.Worker.Http.Dashboard.Language;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Dashboard;

public sealed partial class LanguageTests
{
    // The same in both languages: a name, a sign.
    private static readonly string[] Names = ["robots.txt", "{0} of {1}"];

    public static TheoryData<string> Everything => [.. All().Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void Phrase_OfAnyPage_SaysTheSameInBothLanguages(string name)
    {
        var phrase = All().Single(entry => entry.Name == name).Phrase;

        Assert.False(string.IsNullOrWhiteSpace(phrase.English));
        Assert.False(string.IsNullOrWhiteSpace(phrase.Chinese));
        Assert.DoesNotMatch(Han(), phrase.English);
        Assert.True(Names.Contains(phrase.English) || Han().IsMatch(phrase.Chinese), $"{phrase.Chinese} is not Chinese");
        Assert.Equal(Places(phrase.English), Places(phrase.Chinese));
    }

    [Theory]
    [InlineData("zh", "en", "en", "Chinese")]
    [InlineData("zh-TW", null, "en", "Chinese")]
    [InlineData(null, "zh-CN", "en-US,en;q=0.9", "Chinese")]
    [InlineData(null, null, "zh-CN,zh;q=0.9,en;q=0.8", "Chinese")]
    [InlineData(null, null, "en;q=0.5,zh;q=0.8", "Chinese")]
    [InlineData(null, null, "fr,de;q=0.9,zh;q=0.1", "Chinese")]
    [InlineData(null, null, "zh;q=0,en", "English")]
    [InlineData(null, null, "fr", "English")]
    [InlineData(null, null, "", "English")]
    [InlineData(null, null, ";;q=x", "English")]
    [InlineData("xx", "yy", "zh", "Chinese")]
    [InlineData("EN", "zh", "zh", "English")]
    public void Language_OfAVisitor_IsAskedThenChosenThenAccepted(string? asked, string? chosen, string accepted, string expected) =>
        Assert.Equal(expected, Languages.Choose(asked, chosen, [accepted]).ToString());

    private static IEnumerable<(string Name, Phrase Phrase)> All() => typeof(Phrase).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(Phrase).Namespace)
        .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public).Where(property => property.PropertyType == typeof(Phrase)))
        .Select(property => ($"{property.DeclaringType!.Name}.{property.Name}", (Phrase)property.GetValue(null)!));

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
