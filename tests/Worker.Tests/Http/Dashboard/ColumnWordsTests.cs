using System.Text.RegularExpressions;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Scoring.Drift;
using LiveQuality.Worker.Http.Dashboard;
using LiveQuality.Worker.Http.Dashboard.Language;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Dashboard;

public sealed partial class ColumnWordsTests
{
    private static readonly string[] Columns = [DriftReport.ScoreColumn, .. RichFeatures.All, .. TextFeatures.All, .. PortraitFeatures.All];

    [Fact]
    public void Find_EveryColumnThatAModelCanHave_IsNamedInBothLanguages() => Assert.All(Columns, column =>
    {
        var words = ColumnWords.Find(column);
        Assert.NotNull(words);
        Assert.Matches(Han(), words.Chinese);
        Assert.DoesNotMatch(Han(), words.English);
        Assert.DoesNotContain('_', words.English);
    });

    [Fact]
    public void Of_EveryColumnThatAModelCanHave_IsLikeNoOther()
    {
        foreach (var tongue in Enum.GetValues<Tongue>())
        {
            Assert.Distinct(Columns.Select(column => ColumnWords.Of(column, tongue)));
        }
    }

    [Fact]
    public void Of_AColumnThatNobodyNamed_IsItsOwnName() => Assert.Equal("speaker log shoes", ColumnWords.Of("speaker_log_shoes", Tongue.Chinese));

    [Theory]
    [InlineData("amount", 2999.0, "¥29.99")]
    [InlineData("original_price", 29.99, "¥29.99")]
    [InlineData("start_day", 17541.0, "2018-01-10")]
    [InlineData("amount", null, "–")]
    [InlineData("likes", 4437.0, "4,437")]
    public void Column_OfMoneyAndDays_IsAsPeopleWriteThem(string column, double? value, string expected) => Assert.Equal(expected, Shown.Column(column, value));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
