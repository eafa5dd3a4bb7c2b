using CsCheck;
using LiveQuality.Worker.Http.Dashboard;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Dashboard;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/lives/1?q=a#b", "/lives/1?q=a#b")]
    [InlineData("/", "/")]
    [InlineData("/?back=//evil.example", "/?back=//evil.example")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("lives", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\n/evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public void Back_FromAnybody_StaysOnTheSite(string? asked, string expected) => Assert.Equal(expected, LocalPath.Check(asked));

    [Fact]
    public void Back_WhateverItIs_ResolvesToTheSameHost() => Gen.String[Gen.Char["/\\:@?#.%\t\r\n aev"], 0, 12].Sample(text =>
    {
        var resolved = new Uri(new Uri("http://127.0.0.1:8080/preferences"), LocalPath.Check(text));

        Assert.Equal("127.0.0.1:8080", resolved.Authority);
    });
}
