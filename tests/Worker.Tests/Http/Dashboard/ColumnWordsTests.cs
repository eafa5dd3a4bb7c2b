using System.Text.RegularExpressions;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Scoring.Drift;
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

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
