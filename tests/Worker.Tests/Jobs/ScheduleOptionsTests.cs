using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Jobs;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Worker.Tests.Jobs;

public sealed class ScheduleOptionsTests
{
    // A Sunday, 08:00 in Shanghai.
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(JobNames.CrawlFeed, "2026-03-01T18:00Z")]
    [InlineData(JobNames.RefreshReviews, "2026-03-01T01:15Z")]
    [InlineData(JobNames.ScorePortraits, "2026-03-01T19:30Z")]
    [InlineData(JobNames.Retrain, "2026-03-07T20:00Z")]
    [InlineData(JobNames.Rescore, "2026-03-01T21:00Z")]
    [InlineData(JobNames.Report, "2026-03-01T23:30Z")]
    [InlineData(JobNames.Compact, "2026-03-07T22:00Z")]
    public void Defaults_FireWhenDocumentedInShanghai(string job, string next)
    {
        var cron = ShanghaiCron.Parse(JobCatalog.Find(job).Cron(new ScheduleOptions()));

        Assert.Equal(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture), cron.GetNextValidTimeAfter(_time.GetUtcNow()));
    }

    [Theory]
    [InlineData("0 0 25 * * ?", "Hour values must be between 0 and 23")]
    [InlineData("0 0 2 * *", "has 5 fields")]
    [InlineData("0 0 2 ? * FOO", "Invalid Day-of-Week value: 'FOO'")]
    [InlineData("0 0 2 31 2 ?", "that time never comes")]
    public void Cron_ThatIsNone_IsNamedWithItsKeyAndItsField(string cron, string why)
    {
        var failure = Assert.Single(Validate(new ScheduleOptions { Rescore = cron }).Failures!);

        Assert.StartsWith($"Schedule:Rescore: '{cron}' is no time to run at: ", failure, StringComparison.Ordinal);
        Assert.Contains(why, failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_ThatIsNone_IsNamedWithTheForms() =>
        Assert.StartsWith("Schedule:Source: 'ftp://x' is no source; it must be sample", Assert.Single(Validate(new ScheduleOptions { Source = "ftp://x" }).Failures!), StringComparison.Ordinal);

    [Fact]
    public void Cluster_ThatIsNoConnectionString_IsNamedWithoutItsPassword()
    {
        var failure = Assert.Single(Validate(new ScheduleOptions { Cluster = "Hots=db;Password=secret" }, "mongodb://db/x").Failures!);

        Assert.StartsWith("Schedule:Cluster: must be a PostgreSQL connection string", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Cluster_WithAStoreOfOneMachine_IsRefused() =>
        Assert.Contains("must be mongodb://", Assert.Single(Validate(new ScheduleOptions { Cluster = "Host=db" }).Failures!), StringComparison.Ordinal);

    [Fact]
    public void Empty_SwitchesAJobOff() => Assert.True(Validate(new ScheduleOptions { Retrain = string.Empty, Report = string.Empty }).Succeeded);

    [Theory]
    [InlineData("2026-03-01T02:00:00Z", "2026-03-01T18:00:00.4Z", "03-01T18:00")]
    [InlineData("2026-02-28T18:00:00Z", "2026-03-01T18:00:00Z", "03-01T18:00")]
    [InlineData("2026-02-26T18:00:01Z", "2026-03-01T20:15:00Z", "02-27T18:00 02-28T18:00 03-01T18:00")]
    [InlineData("2026-03-01T18:00:00Z", "2026-03-01T18:01:00Z", "03-01T18:00")]
    public void Slots_AreTheTimesSinceTheFiringBefore(string before, string now, string slots)
    {
        var found = ShanghaiCron.Slots(ScheduleDefaults.CrawlFeed, Time(before), Time(now));

        Assert.Equal(slots, string.Join(' ', found.Select(slot => slot.ToString("MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture))));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private ValidateOptionsResult Validate(ScheduleOptions options, string store = StoreOptions.DefaultAddress) =>
        new ScheduleOptionsConsistency(Options.Create(new StoreOptions { Address = store }), _time).Validate(null, options);
}
