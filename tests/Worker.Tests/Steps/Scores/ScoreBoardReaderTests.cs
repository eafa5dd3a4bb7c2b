using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Mongo;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Tests;
using LiveQuality.Worker.Steps.Scores;
using MongoDB.Driver;
using Xunit;
using Tag = LiveQuality.Crawler.Records.Tag;

namespace LiveQuality.Worker.Tests.Steps.Scores;

public sealed class ScoreBoardReaderTests : IAsyncLifetime
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("LIVEQUALITY_TEST_MONGO");

    private static readonly ScoreReasons Reasons = new(4.25, [new Contribution("reviews_so_far", null, 0.5)], "4.75: above a typical live (4.25) − so it is.");

    private readonly TemporaryFolder _folder = new();
    private SqliteStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteStore(_folder.PathOf("board.db"), TimeProvider.System);
        await FillAsync(_store);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Load_Store_HasEveryLiveWithOrWithoutAScore()
    {
        var board = await new ScoreBoardReader(_store).LoadAsync(Cancel);

        Assert.Equal(["1", "2", "3"], board.Rows.Select(row => row.Id));
        Assert.Equivalent(
            new ScoredLive(
                "1", 4.75, "m", "读书", "某人", 12, 4.5, 4.5, 4.9, "warm", 4.25, 0.5, Reasons.Sentence, null, "s", [new Tag(101, "音乐")], 990,
                BoardLives.Noon, BoardLives.Noon.AddDays(-5), 30, 7, "ended", BoardLives.Noon.AddDays(1)),
            ScoredLive.Of(board.Find("1")!),
            strict: true);
        var bare = ScoredLive.Of(board.Find("3")!);
        Assert.Equal(new ScoredLive("3", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null), bare);
        Assert.Equal(("unseen", null), (board.Find("2")!.Speaker!.Id, board.Find("2")!.Speaker!.Name));
    }

    [Fact]
    public async Task Find_OneLive_IsItsRowWithItsReasons()
    {
        var reader = new ScoreBoardReader(_store);
        var board = await reader.LoadAsync(Cancel);

        var found = await reader.FindAsync("1", Cancel);

        Assert.Equivalent(ScoredLive.Of(board.Find("1")!, Reasons), found, strict: true);
        Assert.Null((await reader.FindAsync("3", Cancel))!.Score);
        Assert.Null(await reader.FindAsync("no such live", Cancel));
    }

    [Fact]
    public async Task Load_AfterAScoreHasChanged_IsAnotherVersionAndTheSameAgainAfterwards()
    {
        var reader = new ScoreBoardReader(_store);
        var first = await reader.LoadAsync(Cancel);
        var again = await reader.LoadAsync(Cancel);
        await _store.UpsertAsync(Collections.Scores, [Score("2", 3.5)], Cancel);
        var changed = await reader.LoadAsync(Cancel);

        Assert.Equal(first.Version, again.Version);
        Assert.NotEqual(first.Version, changed.Version);
        Assert.Equal(3.5, changed.Find("2")!.Score!.Value);
    }

    [Fact]
    public async Task Load_FromEitherStore_IsTheSameBoard()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Server), "needs a MongoDB server: LIVEQUALITY_TEST_MONGO is not set");
        var name = $"lq_{TestContext.Current.Test!.UniqueID[..24]}_{Environment.ProcessId}";
        try
        {
            await using var store = new MongoStore(new MongoUrlBuilder(Server) { DatabaseName = name }.ToString(), mustExist: false, TimeProvider.System);
            await FillAsync(store);

            var fromMongo = await new ScoreBoardReader(store).LoadAsync(Cancel);
            var fromSqlite = await new ScoreBoardReader(_store).LoadAsync(Cancel);

            Assert.Equal(fromSqlite.Version, fromMongo.Version);
            Assert.All(
                LiveOrder.All,
                sort => Assert.Equivalent(fromSqlite.Read(new LiveQuery { Sort = sort, Limit = 2 }), fromMongo.Read(new LiveQuery { Sort = sort, Limit = 2 }), strict: true));
        }
        finally
        {
            await new MongoClient(Server).DropDatabaseAsync(name, CancellationToken.None);
        }
    }

    private static async Task FillAsync(IRecordStore store)
    {
        await store.OpenAsync(Cancel);
        await store.UpsertAsync(
            Collections.Lives,
            [
                new Live
                {
                    Id = "1", ObservedAt = BoardLives.Noon, Subject = "读书", SpeakerId = "s", Tags = [new Tag(101, "音乐")], AmountFen = 990, StartsAt = BoardLives.Noon,
                    CreatedAt = BoardLives.Noon.AddDays(-5), ReviewCount = 12, ReviewScore = 4.5, SeatsTaken = 30, LikedNum = 7, Status = "ended",
                },
                new Live { Id = "2", ObservedAt = BoardLives.Noon, SpeakerId = "unseen", Tags = [] },
                new Live { Id = "3", ObservedAt = BoardLives.Noon },
            ],
            Cancel);
        await store.UpsertAsync(Collections.Speakers, [new Speaker { Id = "s", ObservedAt = BoardLives.Noon, Name = "某人" }, new Speaker { Id = "silent", ObservedAt = BoardLives.Noon }], Cancel);
        await store.UpsertAsync(
            Collections.Scores,
            [Score("1", 4.75) with { Low = 4.5, High = 4.9, Basis = "warm", Predicted = 4.25, EvidenceWeight = 0.5, Reasons = Reasons }, Score("2", 4)],
            Cancel);
    }

    private static Score Score(string id, double value) => new() { Id = id, ModelId = "m", Value = value, ScoredAt = BoardLives.Noon.AddDays(1) };
}
