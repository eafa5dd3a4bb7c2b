using LiveQuality.ZhihuSite;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite;

public sealed class CommandLineTests
{
    [Fact]
    public void Read_WordsOptionsAndFlags_TakesThemApart()
    {
        var options = TypedOptions.Read(["serve", "--port", "8080", "--etags", "--faults", "reset=0.1"]);

        Assert.Equal(["serve"], options.Words);
        Assert.Equal(8080, options.Number("--port", 0));
        Assert.Equal(7, options.Number("--seed", 7));
        Assert.True(options.Has("--etags"));
        Assert.False(options.Has("--compress"));
        Assert.Equal("reset=0.1", options.Text("--faults"));
        Assert.True(options.AreAllOf(["--port", "--etags", "--faults", "--seed"]));
        Assert.False(options.AreAllOf(["--port"]));
    }

    [Theory]
    [InlineData("there is no option --latency", "--latency", "5")]
    [InlineData("--seed needs a value", "serve", "--seed")]
    public void Read_WhatIsNoOption_NamesIt(string expected, params string[] args) =>
        Assert.Equal(expected, Assert.Throws<FormatException>(() => TypedOptions.Read(args)).Message);

    [Fact]
    public void Number_ThatIsTooSmallOrNone_NamesTheOptionAndTheValue()
    {
        var options = TypedOptions.Read(["--lives", "99", "--port", "x"]);

        var tooSmall = Assert.Throws<FormatException>(() => options.Number("--lives", 0, least: 100));
        var none = Assert.Throws<FormatException>(() => options.Number("--port", 0));

        Assert.Equal("--lives wants a whole number of 100 or more, not '99'", tooSmall.Message);
        Assert.Equal("--port wants a whole number of 0 or more, not 'x'", none.Message);
    }
}
