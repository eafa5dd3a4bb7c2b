using LiveQuality.Crawler.Fetching.Politeness;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Politeness;

public sealed class PolitenessOptionsTests
{
    [Fact]
    public void Validate_TheDefaults_AreValid()
    {
        Assert.True(new PolitenessOptionsRanges().Validate(null, new PolitenessOptions()).Succeeded);
        Assert.True(new PolitenessOptionsConsistency().Validate(null, new PolitenessOptions()).Succeeded);
    }

    [Theory]
    [InlineData("00:00:00.5", 1)]
    [InlineData("02:00:00", 1)]
    [InlineData("00:00:10", 0)]
    public void Validate_AValueOutOfRange_IsAnError(string interval, int dailyRequests) =>
        Assert.True(new PolitenessOptionsRanges().Validate(null, new PolitenessOptions
        {
            MinimumInterval = TimeSpan.Parse(interval, System.Globalization.CultureInfo.InvariantCulture),
            DailyRequests = dailyRequests,
        }).Failed);

    [Fact]
    public void Validate_ALongestDelayBelowTheInterval_NamesBoth()
    {
        var result = new PolitenessOptionsConsistency().Validate(null, new PolitenessOptions { LongestDelay = TimeSpan.FromSeconds(5) });

        Assert.Equal("Crawler:Politeness:LongestDelay (00:00:05) must not be shorter than MinimumInterval (00:00:10).", result.FailureMessage);
    }
}
