using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

public sealed class RevisitRuleTests
{
    private static readonly DateTimeOffset Now = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly RevisitRule _rule = new(TimeSpan.FromDays(1), TimeSpan.FromDays(30));

    [Theory]
    [InlineData(100, 100, 5)] // One a day: five more are a twentieth.
    [InlineData(10, 100, 10)] // One in ten days.
    [InlineData(1000, 10, 1)] // A hundred a day: never sooner than a day.
    [InlineData(1, 1000, 30)] // One in three years: never later than a month.
    [InlineData(0, 100, 30)]
    public void First_OfALiveThatHasBegun_FollowsFromItsReviewsSoFar(int reviews, int daysAgo, double days) =>
        Assert.Equal(days, _rule.First(Live(reviews, Now.AddDays(-daysAgo)), Now).TotalDays, 6);

    [Fact]
    public void First_OfALiveToCome_IsTheDayAfterItsEnd() =>
        Assert.Equal(TimeSpan.FromDays(4) + TimeSpan.FromHours(1), _rule.First(Live(0, Now.AddDays(3)), Now));

    [Theory]
    [InlineData(100, 110, 2, 1.1)] // Ten in two days: five and a half come in a bit over one.
    [InlineData(100, 100, 7, 14)] // Nothing: twice as long.
    [InlineData(100, 90, 7, 14)] // Reviews can be deleted.
    public void Next_AfterAVisit_FollowsFromWhatCame(long before, long now, double elapsedDays, double days) =>
        Assert.Equal(days, _rule.Next(TimeSpan.FromDays(7), before, now, TimeSpan.FromDays(elapsedDays)).TotalDays, 6);

    [Fact]
    public void Next_WithNumbersOutOfThisWorld_StaysInItsBounds() =>
        Assert.InRange(_rule.Next(TimeSpan.FromDays(30), 0, long.MaxValue, TimeSpan.FromDays(30)), TimeSpan.FromDays(1), TimeSpan.FromDays(30));

    private static Live Live(long reviews, DateTimeOffset start) =>
        new() { Id = "1", ObservedAt = Now, ReviewCount = reviews, StartsAt = start, DurationSeconds = 3600 };
}
