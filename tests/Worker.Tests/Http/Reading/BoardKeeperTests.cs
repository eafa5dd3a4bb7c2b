using LiveQuality.Worker.Http.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Reading;

public sealed class BoardKeeperTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeper_ALiveThatCannotBeRead_IsTriedMoreAndMoreSeldomUntilItCan()
    {
        await using var world = await ReadingWorld.CreateAsync(Cancel);
        await world.BreakAsync(isBroken: true, Cancel);
        await world.Board.StartAsync(Cancel);

        var pauses = await world.PassAsync(10, Cancel);

        Assert.Equal([2, 4, 8, 16, 32, 64, 128, 256, 300, 300], pauses.Select(pause => pause.TotalSeconds));
        await world.BreakAsync(isBroken: false, Cancel);
        Assert.Equal([1], (await world.PassAsync(1, Cancel)).Select(pause => pause.TotalSeconds));
        Assert.Equal((1, null), ((await world.Board.GetAsync(Cancel)).Board.Rows.Count, world.Board.Problem));
    }

    [Fact]
    public async Task Health_BeforeTheFirstBoard_IsNotReadyAndSaysWhy()
    {
        await using var world = await ReadingWorld.CreateAsync(Cancel);
        var health = new BoardHealth(world.Board);
        Assert.Equal((HealthStatus.Unhealthy, "lives and scores have not been read yet"), await AskAsync(health));

        await world.BreakAsync(isBroken: true, Cancel);
        await world.Board.StartAsync(Cancel);
        await world.PassAsync(1, Cancel);
        var (status, why) = await AskAsync(health);
        Assert.Equal((HealthStatus.Unhealthy, world.Board.Problem), (status, why));

        await world.BreakAsync(isBroken: false, Cancel);
        await world.PassAsync(1, Cancel);
        Assert.Equal((HealthStatus.Healthy, null), await AskAsync(health));
    }

    private static async Task<(HealthStatus Status, string? Why)> AskAsync(BoardHealth health)
    {
        var result = await health.CheckHealthAsync(new HealthCheckContext(), Cancel);
        return (result.Status, result.Description);
    }
}
