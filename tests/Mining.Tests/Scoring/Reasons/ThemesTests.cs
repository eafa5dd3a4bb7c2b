using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Scoring.Reasons;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Reasons;

public sealed class ThemesTests
{
    [Fact]
    public void OfColumn_EveryColumnOfTheModel_HasATheme() =>
        Assert.All([.. RichFeatures.All, .. PortraitFeatures.All], (string column) => Assert.NotEqual(ReasonTheme.Other, Themes.OfColumn(column)));

    [Theory]
    [InlineData("log_amount", ReasonTheme.Price)]
    [InlineData("speaker_score", ReasonTheme.EarlierLives)]
    [InlineData("tag_score", ReasonTheme.Tag)]
    [InlineData("never heard of", ReasonTheme.Other)]
    public void OfColumn_Column_IsAboutWhatItsNameSays(string column, ReasonTheme theme) => Assert.Equal(theme, Themes.OfColumn(column));
}
