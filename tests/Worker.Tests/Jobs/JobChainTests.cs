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
        var crawl = await _world.RanAsync("crawl", RunOutcomes.Done);
        var alert = new FieldAlert("live", "subject", FieldAlertKind.Dropped, Broken: true, 1, 0, null, "gone");
        await _world.Store.UpsertAsync(Collections.Runs, [crawl with { Fields = new RunFields("https://x", [], [alert], accepted) }], Cancel);

        Assert.Equal(accepted ? null : $"crawl {crawl.Id} found broken fields", await _world.Chain.WhyNotRetrainAsync(Cancel));
        Assert.Equal(accepted ? JobNames.Retrain : null, await NextAsync());
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, JobNames.Rescore)]
    public async Task Next_Trained_IsAScoringWhereTheModelWasPromoted(long promoted, string? next)
    {
        await _world.AddModelAsync(isChampion: true);
        await _world.RanAsync("score", RunOutcomes.Done);
        await _world.RanAsync("train", RunOutcomes.Done, ("modelsPromoted", promoted));
        Assert.Equal(next, await NextAsync());

        await _world.RanAsync("score", RunOutcomes.Failed);
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

    private Task<string?> NextAsync() => _world.Chain.NextAsync(Cancel);
}
