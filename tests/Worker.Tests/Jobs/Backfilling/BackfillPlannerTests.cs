using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Mining.Faces;
using LiveQuality.Tests;
using LiveQuality.Worker.Jobs;
using LiveQuality.Worker.Jobs.Backfilling;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Worker.Tests.Jobs.Backfilling;

/// <summary>Which times of the schedule are made up for.</summary>
public sealed class BackfillPlannerTests : IAsyncLifetime
{
    // Midnight in Shanghai, a Monday.
    private static readonly DateTimeOffset From = new(2017, 12, 31, 16, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(From.AddDays(30));
    private readonly FaceOptions _faces = new();
    private readonly ScheduleOptions _options = new() { CrawlFeed = "", RefreshReviews = "", ScorePortraits = "", Retrain = "", Rescore = "", Compact = "" };
    private SqliteStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteStore(_folder.PathOf("runs.db"), _time);
        await _store.OpenAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Missing_SomeTimesHaveRuns_IsTheOthersInUtc()
    {
        await RanAsync(1, RunOutcomes.Failed, Slot(1));
        await RanAsync(2, RunOutcomes.Done, Slot(2), Slot(3));

        var item = Assert.Single(await PlanAsync(BackfillMode.Missing, days: 5));

        // 07:30 in Shanghai.
        Assert.Equal(JobNames.Report, item.Job);
        Assert.Equal([new DateTimeOffset(2017, 12, 31, 23, 30, 0, TimeSpan.Zero), Slot(4)], item.Slots);
        Assert.All(item.Slots, slot => Assert.Equal(TimeSpan.Zero, slot.Offset));
    }

    [Fact]
    public async Task Failed_ManyRunsOfATime_IsWhatItsNewestRunSays()
    {
        await RanAsync(1, RunOutcomes.Failed, Slot(0));
        await RanAsync(2, RunOutcomes.Done, Slot(0));
        await RanAsync(3, RunOutcomes.Done, Slot(1), Slot(2));
        await RanAsync(4, RunOutcomes.Died, Slot(1));
        await RanAsync(5, RunOutcomes.Stopped, Slot(3));
        await RanAsync(6, RunOutcomes.Running, Slot(4));

        Assert.Equal([Slot(1), Slot(3)], Assert.Single(await PlanAsync(BackfillMode.Failed, days: 6)).Slots);
    }

    [Fact]
    public async Task All_WhateverBecameOfThem_IsEveryTime()
    {
        await RanAsync(1, RunOutcomes.Done, Slot(0), Slot(1));

        Assert.Equal([Slot(0), Slot(1), Slot(2)], Assert.Single(await PlanAsync(BackfillMode.All, days: 3)).Slots);
    }

    [Fact]
    public async Task Plan_TimesThatHaveNotComeYet_AreLeftOut()
    {
        _time.SetUtcNow(Slot(31));

        Assert.Equal([Slot(29), Slot(30)], Assert.Single(await Planner().PlanAsync(Slot(29), Slot(40), BackfillMode.All, Cancel)).Slots);
    }

    [Fact]
    public async Task Plan_RunsOfAnotherJob_StandForNothing()
    {
        await RanAsync(1, RunOutcomes.Done, JobNames.Rescore, Slot(0));

        Assert.Equal([Slot(0)], Assert.Single(await PlanAsync(BackfillMode.Missing, days: 1)).Slots);
    }

    [Fact]
    public async Task Plan_JobsThatAreOff_AreLeftOutAndTheOthersComeInTheOrderOfTheCatalog()
    {
        var options = new ScheduleOptions { RefreshReviews = string.Empty };

        var plan = await new BackfillPlanner(_store, Options.Create(options), Options.Create(_faces), _time).PlanAsync(From, From.AddDays(7), BackfillMode.Missing, Cancel);

        Assert.Equal([JobNames.CrawlFeed, JobNames.Retrain, JobNames.Rescore, JobNames.Report, JobNames.Compact], plan.Select(item => item.Job));
        Assert.Equal([7, 1, 7, 7, 1], plan.Select(item => item.Slots.Count));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Plan_Portraits_AreThereOnlyWhereFacesAreLookedAt(bool enabled, int expected)
    {
        _faces.Enabled = enabled;
        _options.ScorePortraits = ScheduleDefaults.ScorePortraits;

        Assert.Equal(expected, (await PlanAsync(BackfillMode.Missing, days: 1)).Count(item => item.Job == JobNames.ScorePortraits));
    }

    private static DateTimeOffset Slot(int day) => From.AddDays(day).AddHours(7.5);

    private BackfillPlanner Planner() => new(_store, Options.Create(_options), Options.Create(_faces), _time);

    private Task<IReadOnlyList<BackfillItem>> PlanAsync(BackfillMode mode, int days) => Planner().PlanAsync(From, From.AddDays(days), mode, Cancel);

    private Task<UpsertCounts> RanAsync(int number, string outcome, params DateTimeOffset[] slots) => RanAsync(number, outcome, JobNames.Report, slots);

    private Task<UpsertCounts> RanAsync(int number, string outcome, string job, params DateTimeOffset[] slots)
    {
        var run = new Run
        {
            Id = $"20180201T00000{number}.000Z-{job}-1",
            Command = job,
            Trigger = RunTriggers.Schedule,
            Job = job,
            Slots = [.. slots.Select(slot => $"{slot.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}")],
            StartedAt = From.AddDays(29),
            Inputs = new Dictionary<string, string>(),
            Counts = new Dictionary<string, long>(),
            Outcome = outcome,
        };
        return _store.UpsertAsync(Collections.Runs, [run], Cancel);
    }
}
