using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Tests;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling;

public sealed class CrawlTurnTests : IAsyncLifetime
{
    private const string Site = "https://api.zhihu.com";

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2019, 3, 1, 0, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
    private SqliteStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteStore(_folder.PathOf("turn.db"), _time);
        await _store.OpenAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Turn_TakenAndEndedAgainAndAgain_IsNeverGivenUp()
    {
        for (var crawl = 0; crawl < 12; crawl++)
        {
            var turn = New();
            await turn.TakeAsync(Cancel);
            Assert.False(turn.IsLost);
            await turn.EndAsync();
        }

        Assert.Equal(0, (await _store.Frontier.CountAsync(site: null, Cancel)).Due);
    }

    [Fact]
    public async Task Turn_OfWorkersThatVanishAgainAndAgain_ComesBackWhenTheirLeaseEnds()
    {
        for (var crawl = 0; crawl < 12; crawl++)
        {
            await PassTimeUntilAsync(New().TakeAsync(Cancel));
        }
    }

    [Fact]
    public async Task Turn_ThatSomebodyHas_IsWaitedFor()
    {
        var first = New();
        await first.TakeAsync(Cancel);
        var second = New();

        var waiting = second.TakeAsync(Cancel);
        await Task.Delay(50, Cancel);
        Assert.False(waiting.IsCompleted);
        await first.EndAsync();
        await PassTimeUntilAsync(waiting);
        Assert.False(second.IsLost);
    }

    [Fact]
    public async Task Turn_ThatWasNotRenewedInTime_IsLostByItsOwnClockAndStaysLost()
    {
        var turn = New();
        await turn.TakeAsync(Cancel);
        _time.Advance(Lease / 2);
        await turn.RenewAsync(Cancel);
        _time.Advance(Lease * 0.9);
        Assert.False(turn.IsLost);
        _time.Advance(Lease * 0.2);

        Assert.True(turn.IsLost);
        await turn.RenewAsync(Cancel);
        Assert.True(turn.IsLost);
    }

    private async Task PassTimeUntilAsync(Task done)
    {
        while (!done.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(2, Cancel);
        }

        await done;
    }

    private CrawlTurn New() => new(_store.Frontier, Site, Lease, _time);
}
