using LiveQuality.Crawler.Fetching;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching;

public sealed class FetchOptionsTests
{
    [Theory]
    [InlineData("LiveQuality/1.0")]
    [InlineData("LiveQuality/1.0 (+https://example.org/bot; someone@example.org)")]
    public void Validate_OfAUserAgent_TakesIt(string userAgent) =>
        Assert.True(new FetchOptionsConsistency().Validate(null, new FetchOptions { UserAgent = userAgent }).Succeeded);

    [Theory]
    [InlineData("Live Quality; 1.0")]
    [InlineData("LiveQuality/1.0\r\nX-Injected: 1")]
    [InlineData("知乎/1.0")]
    [InlineData("(unclosed")]
    public void Validate_OfAnythingElse_SaysSoInOneLine(string userAgent)
    {
        var result = new FetchOptionsConsistency().Validate(null, new FetchOptions { UserAgent = userAgent });

        var line = Assert.Single(result.Failures!);
        Assert.Contains("Crawler:Fetching:UserAgent", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
    }

    [Fact]
    public void Validate_OfAnAttemptShorterThanTheInterval_TakesIt() =>
        Assert.True(new FetchOptionsConsistency().Validate(null, new FetchOptions { AttemptTimeout = TimeSpan.FromSeconds(5) }).Succeeded);
}
