using System.Security.Cryptography;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Mining;
using LiveQuality.Tests;
using LiveQuality.Worker.Steps.Models;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Worker.Tests.Steps.Models;

public sealed class ModelRegistryTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private SqliteStore _store = null!;
    private ModelRegistry _registry = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteStore(_folder.PathOf("models.db"), _time);
        await _store.OpenAsync(Cancel);
        _registry = new ModelRegistry(_store, _time);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Find_NoModel_SaysHowToMakeOne()
    {
        Assert.Null(await _registry.FindChampionAsync(Cancel));
        Assert.EndsWith("has no model yet; `livequality train` makes one", (await Assert.ThrowsAsync<MiningException>(() => _registry.FindAsync(null, Cancel))).Message, StringComparison.Ordinal);
        Assert.EndsWith("has no model x; `livequality models list` shows them", (await Assert.ThrowsAsync<MiningException>(() => _registry.FindAsync("x", Cancel))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_NothingPromotedYet_IsTheNewest()
    {
        await AddAsync("a");
        await AddAsync("b");

        Assert.Equal("b", (await _registry.FindAsync(null, Cancel)).Id);
        Assert.Equal("a", (await _registry.FindAsync("a", Cancel)).Id);
        Assert.Null(await _registry.FindChampionAsync(Cancel));
        Assert.Equal("b", ModelRegistry.ChallengerOf(await _registry.ReadAsync(Cancel))?.Id);
    }

    [Fact]
    public async Task Champion_IsTheOneThatWasPromotedLastNotTheNewest()
    {
        await AddAsync("a");
        await AddAsync("b");
        await AddAsync("c");
        await PromoteAsync("c");
        await PromoteAsync("a");

        Assert.Equal("a", (await _registry.FindAsync(null, Cancel)).Id);
        Assert.Equal(["c", "b", "a"], (await _registry.ReadAsync(Cancel)).Select(model => model.Id));
        Assert.Equal(["challenger", null, "champion"], await AliasesAsync());
        var champion = await _registry.FindChampionAsync(Cancel);
        Assert.Equal((_time.GetUtcNow(), "because"), (champion!.PromotedAt, champion.Verdict));
    }

    [Fact]
    public async Task Challenger_IsOnlyAModelTrainedAfterTheChampion()
    {
        await AddAsync("a");
        await AddAsync("b");
        await PromoteAsync("b");

        Assert.Equal(["champion", null], await AliasesAsync());
    }

    [Fact]
    public async Task RollBack_Twice_GoesBackAndForth()
    {
        await AddAsync("a");
        await AddAsync("b");
        await AddAsync("c");
        await PromoteAsync("a");
        await PromoteAsync("b");

        var back = await RollBackAsync();
        var after = await _registry.FindChampionAsync(Cancel);
        var forth = await RollBackAsync();

        Assert.Equal(("a", "b"), (back, forth));
        Assert.Equal(("a", "rolled back from b"), (after!.Id, after.Verdict));
        Assert.Equal("b", (await _registry.FindChampionAsync(Cancel))!.Id);
    }

    [Theory]
    [InlineData(false, "has had no champion: there is nothing to go back to")]
    [InlineData(true, "has had one champion only: there is nothing to go back to")]
    public async Task RollBack_NothingBefore_SaysSo(bool promoted, string expected)
    {
        await AddAsync("a");
        await AddAsync("b");
        if (promoted)
        {
            await PromoteAsync("a");
        }

        Assert.EndsWith(expected, (await Assert.ThrowsAsync<MiningException>(() => _registry.RollBackAsync(Cancel))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_TheSameModelTrainedAgain_KeepsItsPromotionAndItsFirstTime()
    {
        await AddAsync("a");
        await PromoteAsync("a");
        var before = await _registry.FindChampionAsync(Cancel);

        await AddAsync("a");

        var after = await _registry.FindChampionAsync(Cancel);
        Assert.Equal((before!.PromotedAt, before.Verdict, before.CreatedAt), (after!.PromotedAt, after.Verdict, after.CreatedAt));
    }

    private async Task AddAsync(string id)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        byte[] weights = [.. System.Text.Encoding.UTF8.GetBytes(id)];
        await _store.UpsertAsync(
            Collections.Models,
            [new ModelRecord { Id = id, Kind = "k", CreatedAt = _time.GetUtcNow(), Manifest = "{}", Weights = weights, WeightsSha256 = Convert.ToHexStringLower(SHA256.HashData(weights)) }],
            Cancel);
    }

    private async Task PromoteAsync(string id)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        await _registry.PromoteAsync(await _registry.FindAsync(id, Cancel), "because", Cancel);
    }

    private async Task<string> RollBackAsync()
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        return (await _registry.RollBackAsync(Cancel)).Id;
    }

    private async Task<IEnumerable<string?>> AliasesAsync()
    {
        var models = await _registry.ReadAsync(Cancel);
        return models.Select(model => ModelSummary.Of(model, models).Alias);
    }
}
