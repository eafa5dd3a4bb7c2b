using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Jobs;
using Xunit;

namespace LiveQuality.Worker.Tests.Jobs;

public sealed class JobChainTests : IAsyncLifetime
{
    private JobWorld _world = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await JobWorld.CreateAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Next_NothingRan_IsNothing()
    {
        Assert.Null(await NextAsync());
        Assert.Null(await _world.Chain.WhyNotRetrainAsync(Cancel));
    }

    [Fact]
    public async Task Next_CleanCrawlAndNoModel_IsATraining()
    {
        await _world.RanAsync("crawl", RunOutcomes.Done);

        Assert.Equal(JobNames.Retrain, await NextAsync());
    }

    [Fact]
    public async Task Next_TrainingWasStopped_IsThatTraining()
    {
        await _world.RanAsync("crawl", RunOutcomes.Done);
        await _world.RanAsync("train", RunOutcomes.Stopped);

        Assert.Equal(JobNames.Retrain, await NextAsync());
    }

    [Theory]
    [InlineData(RunOutcomes.Running)]
    [InlineData(RunOutcomes.Failed)]
    [InlineData(RunOutcomes.Done)]
    public async Task Next_TrainedSinceTheCrawl_IsNoTrainingAgain(string outcome)
    {
        await _world.RanAsync("crawl", RunOutcomes.Done);
        await _world.RanAsync("train", outcome);

        Assert.Null(await NextAsync());
    }

    [Theory]
    [InlineData(RunOutcomes.Running, "has not ended")]
    [InlineData(RunOutcomes.Failed, "failed")]
    [InlineData(RunOutcomes.Stopped, "was stopped")]
    [InlineData(RunOutcomes.Paused, "was paused")]
    [InlineData(RunOutcomes.Died, "died")]
    public async Task Retrain_TheCrawlDidNotEndClean_WaitsForOneThatDoes(string outcome, string why)
    {
        await _world.RanAsync("crawl", RunOutcomes.Done);
        await _world.RanAsync("train", RunOutcomes.Done);
        await _world.RanAsync("crawl", outcome);
        Assert.Contains(why, await _world.Chain.WhyNotRetrainAsync(Cancel), StringComparison.Ordinal);

        await _world.RanAsync("train", RunOutcomes.Postponed);
        Assert.Null(await NextAsync());

        await _world.RanAsync("crawl", RunOutcomes.Done);
        Assert.Equal(JobNames.Retrain, await NextAsync());
        Assert.Null(await _world.Chain.WhyNotRetrainAsync(Cancel));

        await _world.RanAsync("train", RunOutcomes.Running);
        Assert.Null(await NextAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Retrain_BrokenFields_WaitsUntilTheyAreAccepted(bool accepted)
    {
        var crawl = await RanWithFieldsAsync(items: 500, isBroken: true, accepted);

        Assert.Equal(accepted ? null : $"crawl {crawl.Id} found broken fields", await _world.Chain.WhyNotRetrainAsync(Cancel));
        Assert.Equal(accepted ? JobNames.Retrain : null, await NextAsync());
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, JobNames.Rescore)]
    public async Task Next_Trained_IsAScoringWhereTheModelWasPromoted(bool isPromoted, string? next)
    {
        await _world.AddModelAsync(isChampion: true);
        await _world.RanAsync("score", RunOutcomes.Done);
        _world.Time.Advance(TimeSpan.FromMinutes(1));
        await _world.AddModelAsync(isPromoted, "new");
        Assert.Equal(next, await NextAsync());

        await _world.RanAsync("score", RunOutcomes.Failed, run => run with { Inputs = new Dictionary<string, string> { ["model"] = isPromoted ? "new" : "model" } });
        Assert.Null(await NextAsync());
    }

    [Theory]
    [InlineData(true, 3, JobNames.Rescore)]
    [InlineData(true, 0, null)]
    [InlineData(false, 3, null)]
    public async Task Next_CleanCrawl_IsAScoringWhereThereAreNewLivesAndAChampion(bool hasChampion, long lives, string? next)
    {
        await _world.AddModelAsync(hasChampion);
        await _world.RanAsync("score", RunOutcomes.Done);
        // Lives of a crawl that was stopped count once a crawl ends clean.
        await _world.RanAsync("crawl", RunOutcomes.Stopped, ("livesAdded", lives));
        Assert.Null(await NextAsync());

        await _world.RanAsync("crawl", RunOutcomes.Done);
        Assert.Equal(next, await NextAsync());

        await _world.RanAsync("score", RunOutcomes.Running);
        Assert.Null(await NextAsync());
    }

    [Fact]
    public async Task Next_CrawlThatBeganBeforeTheScoringAndEndedAfterIt_IsAScoring()
    {
        await _world.AddModelAsync(isChampion: true);
        var crawl = await _world.RanAsync("crawl", RunOutcomes.Done, ("livesAdded", 40));
        var score = await _world.RanAsync("score", RunOutcomes.Done);
        Assert.Null(await NextAsync());

        await _world.Store.UpsertAsync(Collections.Runs, [crawl with { EndedAt = score.EndedAt!.Value.AddHours(1) }], Cancel);

        Assert.Equal(JobNames.Rescore, await NextAsync());
    }

    [Fact]
    public async Task Next_JobsThatAreOff_FollowFromNothing()
    {
        await _world.RanAsync("crawl", RunOutcomes.Done, ("livesAdded", 40));
        _world.Schedule.Retrain = string.Empty;
        Assert.Null(await NextAsync());

        await _world.AddModelAsync(isChampion: true);
        Assert.Equal(JobNames.Rescore, await NextAsync());

        _world.Schedule.Rescore = string.Empty;
        Assert.Null(await NextAsync());
    }

    [Fact]
    public async Task Retrain_BrokenFieldsAndThenAFewSoundItems_StillWaits()
    {
        var broken = await RanWithFieldsAsync(items: 500, isBroken: true);
        await RanWithFieldsAsync(items: 3, isBroken: false);
        Assert.Equal($"crawl {broken.Id} found broken fields", await _world.Chain.WhyNotRetrainAsync(Cancel));
        Assert.Null(await NextAsync());

        await RanWithFieldsAsync(items: 500, isBroken: false);
        Assert.Null(await _world.Chain.WhyNotRetrainAsync(Cancel));
        Assert.Equal(JobNames.Retrain, await NextAsync());
    }

    private Task<Run> RanWithFieldsAsync(int items, bool isBroken, bool accepted = false) => _world.RanAsync("crawl", RunOutcomes.Done, run => run with
    {
        Fields = new RunFields("https://x", [new KindFields("live", items, [], [])], isBroken ? [new FieldAlert("live", "subject", FieldAlertKind.Dropped, Broken: true, 1, 0, null, "gone")] : [], accepted),
    });

    private Task<string?> NextAsync() => _world.Chain.NextAsync(Cancel);
}
