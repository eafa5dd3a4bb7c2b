using LiveQuality.Worker.Steps;
using Xunit;

namespace LiveQuality.Worker.Tests.Steps;

public sealed class StatusAlertTests
{
    private static readonly DateTimeOffset Noon = new(2018, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(nameof(StatusAlertKind.HostPaused), "https://api.zhihu.com is left alone until 2018-01-15 12:00 UTC: it said so")]
    [InlineData(nameof(StatusAlertKind.FieldBroken), "broken field since 2018-01-15 12:00 UTC: it said so")]
    [InlineData(nameof(StatusAlertKind.AddressesFailed), "3 addresses have failed; the next crawl tries them again")]
    [InlineData(nameof(StatusAlertKind.CrawlFailed), "the last crawl, 2018-01-15 12:00 UTC: it said so")]
    [InlineData(nameof(StatusAlertKind.CrawlDied), "the last crawl, 2018-01-15 12:00 UTC: died; the next one goes on from there")]
    public void Line_OfAnyKind_SaysAllOfIt(string kind, string line) =>
        Assert.Equal(line, new StatusAlert(Enum.Parse<StatusAlertKind>(kind)) { Host = "https://api.zhihu.com", Count = 3, At = Noon, Said = "it said so" }.Line);
}
