using System.Globalization;
using LiveQuality.Mining.Study.Reporting;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Reporting;

public sealed class FiguresTests
{
    [Fact]
    public void Figures_InGermany_KeepTheirDots()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal("0.3001", Figures.Error(0.30012));
            Assert.Equal("-0.0010", Figures.Change(-0.001));
            Assert.Equal("12,345", Figures.Count(12345));
            Assert.Equal("0.3000 ± 0.0100", Figures.WithSd(0.3, 0.01));
            Assert.Equal("41.2 %", Figures.Share(0.4123));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0.12345, "0.123")]
    [InlineData(12.345, "12.35")]
    [InlineData(123.456, "123.5")]
    [InlineData(1234567.8, "1,234,568")]
    [InlineData(-1500, "-1,500")]
    [InlineData(0, "0")]
    [InlineData(double.NaN, "n/a")]
    [InlineData(double.PositiveInfinity, "n/a")]
    public void Value_AnySize_HasAboutFourDigits(double value, string expected) => Assert.Equal(expected, Figures.Value(value));

    [Theory]
    [InlineData(-0.00001)]
    [InlineData(0.00001)]
    public void Change_TooSmallToShow_HasNoSign(double value) => Assert.Equal("0.0000", Figures.Change(value));
}
