using LiveQuality.Mining.Study;
using LiveQuality.Mining.Study.Reporting;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Reporting;

public sealed class StudyCommandLineTests
{
    [Fact]
    public void Of_PublishedSettings_SpellsOutEveryChoice()
    {
        var settings = StudyResults.Settings with { Regressors = ["ridge", "mtb-dnn-2019"] };

        Assert.Equal(
            "livequality study --data lives.xlsx --table a --protocol published --folds-by shuffle --regressors ridge,mtb-dnn-2019 --min-reviews 18 --folds 5 --seed 42 --seeds 10 "
            + "--leak-scaler true --leak-selection true --last-epoch true --rotate-rows true --after-the-live true --single-seed false --keep-dead-nets false",
            StudyCommandLine.Of(settings, "lives.xlsx"));
    }

    [Fact]
    public void Of_HonestSettingsWithColumns_SpellsThemOut()
    {
        var settings = StudyResults.Settings with
        {
            Table = StudyEdition.B,
            Protocol = StudyProtocol.Honest,
            FoldsBy = FoldsBy.Time,
            Features = 23,
            Flaws = StudyFlaws.Of(StudyProtocol.Honest) with { AfterTheLive = false },
        };

        var line = StudyCommandLine.Of(settings, "lives.xlsx");

        Assert.Contains(" --table b --protocol honest --folds-by time ", line, StringComparison.Ordinal);
        Assert.Contains(" --features 23 --leak-scaler false --leak-selection false --last-epoch false --rotate-rows false --after-the-live false ", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two words.xlsx", "'two words.xlsx'")]
    [InlineData("it's.xlsx", @"'it'\''s.xlsx'")]
    [InlineData("$(reboot).xlsx", "'$(reboot).xlsx'")]
    [InlineData("知乎.xlsx", "'知乎.xlsx'")]
    [InlineData("-rf.xlsx", "./-rf.xlsx")]
    [InlineData("@file.xlsx", "'./@file.xlsx'")]
    public void Of_AnyFileName_IsOneWordForTheShell(string file, string expected) =>
        Assert.StartsWith($"livequality study --data {expected} --table", StudyCommandLine.Of(StudyResults.Settings, file), StringComparison.Ordinal);
}
