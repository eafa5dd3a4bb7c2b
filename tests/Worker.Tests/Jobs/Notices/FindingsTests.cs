using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining.Scoring.Drift;
using LiveQuality.Mining.Scoring.Promotion;
using LiveQuality.Worker.Jobs;
using LiveQuality.Worker.Jobs.Notices;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Models;
using Xunit;

namespace LiveQuality.Worker.Tests.Jobs.Notices;

/// <summary>Which results of a job somebody hears of.</summary>
public sealed class FindingsTests
{
    private const string Site = "https://example.org";

    private static readonly DateOnly Day = new(2018, 1, 15);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CrawlEnd.Finished)]
    [InlineData(CrawlEnd.Paused)]
    [InlineData(CrawlEnd.Incomplete)]
    [InlineData(CrawlEnd.Forbidden)]
    public void Crawl_ThatTheSiteDidNotTurnAway_IsNoFinding(CrawlEnd end) => Assert.Empty(Findings.Of(new CrawlReport { Site = Site, End = end, Problem = "why" }, Day));

    [Fact]
    public void Crawl_ThatTheSiteTurnedAway_IsOneFindingADay()
    {
        var crawl = new CrawlReport { Site = Site, End = CrawlEnd.Refused, Problem = "a captcha" };

        var finding = Assert.Single(Findings.Of(crawl, Day));

        Assert.Equal(new Finding(NoticeKinds.Refused, $"{Site} 2018-01-15", $"{Site} has turned the crawl away: a captcha"), finding);
        Assert.NotEqual(finding.Id, Findings.Of(crawl, Day.AddDays(1))[0].Id);
    }

    [Fact]
    public void Crawl_WithFieldAlerts_TellsOfBrokenOnesOnly()
    {
        var crawl = new CrawlReport
        {
            Site = Site,
            End = CrawlEnd.Finished,
            Watched = new RunFields(Site, [], [Alert("fee", broken: true), Alert("novel", broken: false), Alert("seats", broken: true)]),
        };

        var findings = Findings.Of(crawl, Day);

        Assert.Equal(["broken-field:https://example.org live.fee 2018-01-15", "broken-field:https://example.org live.seats 2018-01-15"], findings.Select(finding => finding.Id));
        Assert.Equal($"{Site}: fee has changed", findings[0].Text);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    [InlineData(null, 0)]
    public void Training_IsAFindingWhereItMadeAChampion(bool? promote, int expected)
    {
        var promotion = promote is { } made ? new PromotionDecision(made, Gain: null, 0, 0, [], "it is better") : null;

        var findings = Findings.Of(new TrainReport("model-2", IsNew: true, 100, 40, null!, promotion, Drift: null));

        Assert.Equal(expected, findings.Count);
        Assert.All(findings, finding => Assert.Equal(new Finding(NoticeKinds.Promotion, "model-2", "model-2 scores from now on: it is better"), finding));
    }

    [Fact]
    public void Drift_WithAnAlarm_IsOneFindingAChampionThatNamesTheColumns()
    {
        var drift = Drift(alarm: true);

        Assert.Equal(
            new Finding(NoticeKinds.Drift, "model-1", "what has come since model-1 was trained differs from what it learnt from: amount, score"),
            Assert.Single(Findings.Of(Status(drift, champion: true))));
        Assert.Empty(Findings.Of(Status(drift, champion: false)));
        Assert.Empty(Findings.Of(Status(Drift(alarm: false), champion: true)));
        Assert.Empty(Findings.Of(Status(drift: null, champion: true)));
    }

    [Theory]
    [InlineData(JobEnd.Failed, true, NoticeKinds.FailedRun)]
    [InlineData(JobEnd.Failed, false, null)]
    [InlineData(JobEnd.Refused, true, NoticeKinds.FailedRun)]
    [InlineData(JobEnd.Done, true, null)]
    [InlineData(JobEnd.Idle, true, null)]
    [InlineData(JobEnd.Postponed, true, null)]
    [InlineData(JobEnd.Paused, true, null)]
    internal async Task Job_IsToldOfWhereItFailedForGood(JobEnd end, bool isFinal, string? kind)
    {
        await using var world = await JobWorld.CreateAsync();

        await world.Runner.EndAsync(JobCatalog.Find(JobNames.CrawlFeed), new JobOutcome(end, "no network") { RunId = "run-1" }, isFinal ? null : world.Time.GetUtcNow(), Cancel);

        var notices = await NoticesAsync(world);
        Assert.Equal(kind is null ? [] : [kind], notices.Select(notice => notice.Kind));
        Assert.All(notices, notice => Assert.Equal(("failed-run:crawl-feed 2026-03-01", "crawl-feed has failed: no network", "run-1"), (notice.Id, notice.Text, notice.RunId)));
    }

    [Fact]
    public async Task Job_ThatTheSiteTurnedAway_IsToldAsThatAlone()
    {
        await using var world = await JobWorld.CreateAsync();
        var findings = Findings.Of(new CrawlReport { Site = Site, End = CrawlEnd.Refused, Problem = "a captcha" }, Day);

        await world.Runner.EndAsync(JobCatalog.Find(JobNames.CrawlFeed), new JobOutcome(JobEnd.Refused, "a captcha") { Findings = findings }, retryAt: null, Cancel);

        Assert.Equal([NoticeKinds.Refused], (await NoticesAsync(world)).Select(notice => notice.Kind));
    }

    [Fact]
    public async Task Job_WhoseStoreIsAway_IsToldOfWhenItIsBack()
    {
        await using var world = await JobWorld.CreateAsync();
        world.Store.IsAway = true;

        var ending = world.Runner.EndAsync(JobCatalog.Find(JobNames.Report), new JobOutcome(JobEnd.Failed, "why"), retryAt: null, Cancel);
        await world.AdvanceUntilAsync(() => world.Store.Refused >= 3, Cancel);
        world.Store.IsAway = false;
        await world.AdvanceUntilAsync(() => ending.IsCompleted, Cancel);

        Assert.Equal([NoticeKinds.FailedRun], (await NoticesAsync(world)).Select(notice => notice.Kind));
    }

    [Fact]
    public async Task Job_ThatIsTriedAgain_SaysSoInItsRun()
    {
        await using var world = await JobWorld.CreateAsync();
        var (run, then) = (await world.RanAsync("report", RunOutcomes.Failed), world.Time.GetUtcNow().AddMinutes(1));

        await world.Runner.EndAsync(JobCatalog.Find(JobNames.Report), new JobOutcome(JobEnd.Failed, "why") { RunId = run.Id }, then, Cancel);

        Assert.Equal(then, Assert.Single(await world.RunsAsync()).RetryAt);
        Assert.Empty(await NoticesAsync(world));
    }

    [Fact]
    public async Task Job_WhatFollowsCannotBeStarted_HasEndedAllTheSame()
    {
        await using var world = await JobWorld.CreateAsync();
        // A training follows, and there is no scheduler to start it.
        await world.RanAsync("crawl", RunOutcomes.Done);

        await world.Runner.EndAsync(JobCatalog.Find(JobNames.CrawlFeed), new JobOutcome(JobEnd.Refused, "why"), retryAt: null, Cancel);

        Assert.Single(await NoticesAsync(world));
    }

    private static FieldAlert Alert(string field, bool broken) => new("live", field, FieldAlertKind.Dropped, broken, 1, 0.2, RenamedTo: null, $"{field} has changed");

    private static DriftReport Drift(bool alarm) => new(alarm, 0.001, CanAlarm: true, 100, 50, 40, 20, [Column("amount", alarm), Column("liked", alarm: false), Column("score", alarm)]);

    private static ColumnDrift Column(string name, bool alarm) => new(name, 0, 0, 1, 1, alarm, MedianBefore: null, MedianAfter: null, 0, 0);

    private static StoreStatus Status(DriftReport? drift, bool champion) => new(
        "sqlite:data.db",
        [],
        new Dictionary<string, long>(),
        default!,
        PagesPerSecond: null,
        TimeLeft: null,
        new Dictionary<string, long>(),
        champion ? new ModelSummary("model-1", "champion", "k", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Verdict: null, CodeVersion: null, "x") : null,
        drift,
        []);

    private static async Task<List<Notice>> NoticesAsync(JobWorld world) => await world.Store.ReadAsync(Collections.Notices, new Query<Notice>(), Cancel).ToListAsync(Cancel);
}
