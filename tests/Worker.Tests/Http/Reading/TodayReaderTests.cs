using LiveQuality.Worker.Steps.Scores;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Reading;

public sealed class TodayReaderTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(6);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_WhileTheStoreIsAway_IsWhatWasKnownAndSaysSo()
    {
        await using var world = await ReadingWorld.CreateAsync(Cancel);
        await world.Board.StartAsync(Cancel);
        var before = await world.Today.ReadAsync(new LiveQuery(), Cancel);
        Assert.Null(before.Problem);
        Assert.Equal("the site refused", Assert.Single(before.Alerts).Said);

        world.Store.IsAway = true;
        world.Time.Advance(LongEnough);
        var away = await world.Today.ReadAsync(new LiveQuery(), Cancel);

        Assert.Contains("is away", away.Problem, StringComparison.Ordinal);
        Assert.Equal(before.Alerts, away.Alerts);
        Assert.Equal((1, before.LastCrawl?.Id), (away.Page.Total, away.LastCrawl?.Id));
        Assert.Equal(ReadingWorld.LiveId, Assert.Single(away.Page.Items).LiveId);
    }

    [Fact]
    public async Task Read_WhileListsCannotBeBroughtUpToDate_SaysHowOldTheyAreAndWhy()
    {
        await using var world = await ReadingWorld.CreateAsync(Cancel);
        await world.Board.StartAsync(Cancel);
        await world.PassAsync(1, Cancel);
        await world.BreakAsync(isBroken: true, Cancel);
        // Then everything is read again.
        await world.PassAsync(TimeSpan.FromMinutes(11), Cancel);

        var today = await world.Today.ReadAsync(new LiveQuery(), Cancel);

        Assert.Equal((new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), world.Board.Problem!), (today.ReadAt, today.Problem));
        Assert.Equal(1, today.Page.Total);

        await world.BreakAsync(isBroken: false, Cancel);
        Assert.Equal([1], (await world.PassAsync(1, Cancel)).Select(pause => pause.TotalSeconds));
        Assert.Null((await world.Today.ReadAsync(new LiveQuery(), Cancel)).Problem);
    }
}
