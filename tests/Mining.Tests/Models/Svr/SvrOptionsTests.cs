using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Svr;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.References;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Svr;

public sealed class SvrOptionsTests
{
    [Theory]
    [InlineData(nameof(SvrKernel.Rbf), "svr-rbf")]
    [InlineData(nameof(SvrKernel.Linear), "svr-linear")]
    [InlineData(nameof(SvrKernel.Polynomial), "svr-poly")]
    public void Kind_Kernel_NamesIt(string kernel, string expected) => Assert.Equal(expected, new Mining.Models.Svr.Svr(Enum.Parse<SvrKernel>(kernel)).Kind);

    [Fact]
    public void Svr_OptionOutOfRange_IsRefusedByName()
    {
        var options = new SvrOptions(SvrKernel.Rbf);

        Assert.Equal(nameof(options.C), Refused(options with { C = 0 }));
        Assert.Equal(nameof(options.Epsilon), Refused(options with { Epsilon = -1 }));
        Assert.Equal(nameof(options.Degree), Refused(options with { Degree = 0 }));
        Assert.Equal(nameof(options.Coef0), Refused(options with { Coef0 = double.NaN }));
        Assert.Equal(nameof(options.Tolerance), Refused(options with { Tolerance = 0 }));
        Assert.Equal(nameof(options.CacheBytes), Refused(options with { CacheBytes = -1 }));
        Assert.Equal(nameof(options.MostSteps), Refused(options with { MostSteps = 0 }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void Gamma_NotANumberAboveZero_IsRefused(double number) => Assert.Throws<ArgumentOutOfRangeException>(() => SvrGamma.Of(number));

    [Fact]
    public void Gamma_Scale_IsOneByColumnsTimesVariance()
    {
        var rows = Reference.Rows;

        Assert.Equal(Reference.Read<double>("svr", "Rbf", "gamma"), SvrGamma.Scale.For(rows), 1e-12);
        Assert.Equal(0.2, SvrGamma.Auto.For(rows), 1e-12);
    }

    [Fact]
    public void Gamma_NoVarianceToDivideBy_IsOne()
    {
        Assert.Equal(1, SvrGamma.Scale.For(new Matrix(3, 2)));
        Assert.Equal(1, SvrGamma.Scale.For(Some.Rows([1e-160], [2e-160])));
    }

    private static string? Refused(SvrOptions options) => Assert.Throws<ArgumentOutOfRangeException>(() => new Mining.Models.Svr.Svr(options)).ParamName;
}
