using LiveQuality.Crawler.Fetching.Politeness;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Politeness;

public sealed class RequestDelayTests
{
    [Theory]
    [InlineData("10", 10.0)]
    [InlineData("0.5", 0.5)]
    [InlineData("0", 0.0)]
    [InlineData("99999999999999999999", 86400.0)]
    [InlineData("-1", null)]
    [InlineData("1e3", null)]
    [InlineData("NaN", null)]
    [InlineData("ten", null)]
    [InlineData("1,5", null)]
    [InlineData("", null)]
    public void FromCrawlDelay_AValue_IsSeconds(string value, double? seconds) =>
        Assert.Equal(seconds, RequestDelay.FromCrawlDelay(value)?.TotalSeconds);

    [Theory]
    [InlineData("1/2", 2.0)]
    [InlineData("1/5s", 5.0)]
    [InlineData("1/1m", 60.0)]
    [InlineData("4/1H", 900.0)]
    [InlineData("100/24h", 864.0)]
    [InlineData("2/1", 0.5)]
    [InlineData("1/10m 1300-1659", 600.0)]
    [InlineData("0/1", null)]
    [InlineData("1/", null)]
    [InlineData("/1", null)]
    [InlineData("1", null)]
    [InlineData("1/s", null)]
    [InlineData("1/2d", null)]
    [InlineData("1/9999999999h", 86400.0)]
    public void FromRequestRate_AValue_IsTheTimeBetweenTwoRequests(string value, double? seconds) =>
        Assert.Equal(seconds, RequestDelay.FromRequestRate(value)?.TotalSeconds);
}
