using LiveQuality.Mining.Study.Reporting;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Reporting;

public sealed class PlotLabelsTests
{
    [Theory]
    [InlineData("心理学", "tag 105")]
    [InlineData("10 to 20 yuan", "10 to 20 yuan")]
    [InlineData("", "tag 105")]
    [InlineData("a\nb", "a b")]
    [InlineData("a very long label of a group", "a very long lab…")]
    public void Of_NoTypeface_WritesPlainAsciiOrTheKey(string label, string expected) =>
        Assert.Equal(expected, new PlotLabels(null).Of(Group(label)));

    [Fact]
    public void Of_TypefaceWithChinese_WritesChineseButNotWhatItLacks()
    {
        var labels = PlotLabels.OfThisMachine();
        Assert.SkipUnless(labels.Family is not null, "no typeface with Chinese characters on this machine");

        Assert.Equal("心理学", labels.Of(Group("心理学")));
        Assert.Equal("tag 105", labels.Of(Group("\U000F0000")));
    }

    [Fact]
    public void Caption_NoTypeface_SaysThatGroupsGoByTheirKeys()
    {
        const string Line = "No typeface with Chinese characters was found";
        var full = StudyResults.Full(rows: 20);

        Assert.Contains(Line, CaptionOf(new PlotLabels(null), "tag"), StringComparison.Ordinal);
        Assert.DoesNotContain(Line, CaptionOf(new PlotLabels(null), "badge"), StringComparison.Ordinal);
        Assert.DoesNotContain(Line, CaptionOf(new PlotLabels("Some Sans"), "tag"), StringComparison.Ordinal);

        string CaptionOf(PlotLabels labels, string by) => StudyReport.Of(full, labels).Sections.Single(section => section.Id == "groups").Blocks.OfType<ReportPlots>()
            .SelectMany(plots => plots.Plots).Single(plot => plot.Alt.StartsWith($"Scores by {by}:", StringComparison.Ordinal)).Caption;
    }

    private static ScoreGroup Group(string label) => new(label, "tag 105", 10, 4.3, 0.3, 4.1, 4.4, 4.6);
}
