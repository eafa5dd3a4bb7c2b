using System.Globalization;
using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling.Watching;

public sealed class FieldGateTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2018, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteStore _store;
    private int _runs;

    public FieldGateTests() => _store = new SqliteStore(_folder.PathOf("gate.db"), TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _store.OpenAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task FindBroken_WhereNothingWasCrawled_FindsNothing()
    {
        await _store.UpsertAsync(Collections.Runs, [Some(null) with { Command = "import" }], Cancel);

        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task FindBroken_InTheLastCrawl_NamesRunAndField()
    {
        await AddAsync(items: 2_000);
        var broken = await AddAsync(items: 2_000, Broken("live", "liked_num"));
        await _store.UpsertAsync(Collections.Runs, [Some(null) with { Command = "score" }], Cancel);

        var found = Assert.Single(await FindAsync());

        Assert.Equal((broken.Id, "liked_num"), (found.Run.Id, Assert.Single(found.Alerts).Field));
    }

    [Fact]
    public async Task FindBroken_NewsAlone_IsNoReason()
    {
        await AddAsync(items: 2_000, Broken("live", "note") with { Broken = false });

        Assert.Empty(await FindAsync());
    }

    [Theory]
    [InlineData(99, 1)]
    [InlineData(100, 0)]
    public async Task FindBroken_AfterASoundCrawl_IsClearedOnlyByEnoughItems(int items, int expected)
    {
        await AddAsync(items: 2_000, Broken("live", "liked_num"));
        await AddAsync(items: items);

        Assert.Equal(expected, (await FindAsync()).Count);
    }

    [Fact]
    public async Task FindBroken_ManySmallSoundCrawls_ClearTogether()
    {
        await AddAsync(items: 2_000, Broken("live", "liked_num"));
        for (var i = 0; i < 10; i++)
        {
            Assert.Single(await FindAsync());
            await AddAsync(items: 10);
        }

        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task FindBroken_OnTwoSites_AsksEachSitesLastCrawl()
    {
        await AddAsync("http://127.0.0.1:1", 2_000, Broken("live", "liked_num"));
        await AddAsync("http://127.0.0.1:2", 2_000, Broken("live", "duration"));
        await AddAsync("http://127.0.0.1:2", 2_000);

        Assert.Equal("liked_num", Assert.Single(Assert.Single(await FindAsync()).Alerts).Field);
    }

    [Fact]
    public async Task Accept_OfWhatWasFound_LetsItPassUntilTheNextBrokenCrawl()
    {
        var gate = new FieldGate(_store);
        var broken = await AddAsync(items: 2_000, Broken("live", "liked_num"));

        await gate.AcceptAsync(await FindAsync(), Cancel);

        Assert.Empty(await FindAsync());
        Assert.True((await _store.FindAsync(Collections.Runs, broken.Id, Cancel))!.Fields!.Accepted);
        await AddAsync(items: 20, Broken("live", "duration"));
        Assert.Equal("duration", Assert.Single(Assert.Single(await FindAsync()).Alerts).Field);
    }

    private async Task<IReadOnlyList<BrokenRun>> FindAsync() => await new FieldGate(_store).FindBrokenAsync(Cancel);

    private Task<Run> AddAsync(int items, params FieldAlert[] alerts) => AddAsync(WatchedItems.Site, items, alerts);

    private async Task<Run> AddAsync(string site, int items, params FieldAlert[] alerts)
    {
        var run = Some(new RunFields(site, [new KindFields("live", items, [], [])], alerts));
        await _store.UpsertAsync(Collections.Runs, [run], Cancel);
        return run;
    }

    private Run Some(RunFields? fields) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"20180115T{++_runs:000000}-crawl-1"),
        Command = "crawl",
        Trigger = "command",
        StartedAt = Noon,
        Inputs = new Dictionary<string, string>(),
        Counts = new Dictionary<string, long>(),
        Outcome = "done",
        Fields = fields,
    };

    private static FieldAlert Broken(string kind, string field) => new(kind, field, FieldAlertKind.Dropped, Broken: true, 1, 0, null, $"{kind} {field} is gone");
}
