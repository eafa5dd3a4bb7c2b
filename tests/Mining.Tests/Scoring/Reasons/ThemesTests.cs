using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Scoring.Reasons;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Reasons;

public sealed class ThemesTests
{
    [Fact]
    public void OfColumn_EveryColumnOfTheModel_HasATheme() =>
        Assert.All([.. RichFeatures.All, .. PortraitFeatures.All], (string column) => Assert.NotEqual(Themes.Other, Themes.OfColumn(column)));

    [Theory]
    [InlineData("log_amount", Themes.Price)]
    [InlineData("speaker_score", Themes.EarlierLives)]
    [InlineData("tag_score", Themes.Tag)]
    [InlineData("never heard of", Themes.Other)]
    public void OfColumn_Column_IsAboutWhatItsNameSays(string column, string theme) => Assert.Equal(theme, Themes.OfColumn(column));
}
