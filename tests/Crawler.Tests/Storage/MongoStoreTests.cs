using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Mongo;
using MongoDB.Bson;
using MongoDB.Driver;
using Xunit;
using Tag = LiveQuality.Crawler.Records.Tag;

namespace LiveQuality.Crawler.Tests.Storage;

public sealed class MongoStoreTests : StoreContract
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("LIVEQUALITY_TEST_MONGO");

    // One database a test and process: several checkouts may use one server at once.
    private readonly string _name = $"lq_{TestContext.Current.Test!.UniqueID[..24]}_{Environment.ProcessId}";

    private string Uri => new MongoUrlBuilder(Server) { DatabaseName = _name }.ToString();

    private IMongoDatabase Database => new MongoClient(Server).GetDatabase(_name);

    private protected override IRecordStore Connect()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Server), "needs a MongoDB server: LIVEQUALITY_TEST_MONGO is not set");
        return new MongoStore(Uri, mustExist: false, Time);
    }

    private protected override async ValueTask RemoveAsync()
    {
        if (!string.IsNullOrEmpty(Server))
        {
            await new MongoClient(Server).DropDatabaseAsync(_name, CancellationToken.None);
        }
    }

    [Fact]
    public async Task Upsert_Live_LooksNativeToMongoUsers()
    {
        await Store.UpsertAsync(
            Collections.Lives,
            [Live() with { StartsAt = Noon.ToOffset(TimeSpan.FromHours(8)), ReviewScore = 5, LikedNum = 7, Purchasable = true, Tags = [new Tag(101, "音乐")] }],
            Token);

        Assert.Equal(
            new BsonDocument
            {
                { "_id", Key(1) },
                { "observedAt", Noon.UtcDateTime },
                { "version", 0 },
                { "tags", new BsonArray { new BsonDocument { { "id", 101 }, { "name", "音乐" } } } },
                { "startsAt", Noon.UtcDateTime },
                { "purchasable", true },
                { "likedNum", 7L },
                { "reviewScore", 5.0 },
                { "_rev", 1L },
            },
            await RawAsync("lives"));
    }

    [Fact]
    public async Task Upsert_Model_KeepsWeightsAsBinary()
    {
        await Store.UpsertAsync(Collections.Models, [Model(weights: 3)], Token);

        Assert.Equal(BsonType.Binary, (await RawAsync("models"))["weights"].BsonType);
    }

    [Fact]
    public async Task Upsert_TooLargeForOneDocument_SaysSoAndWritesNothing()
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => Store.UpsertAsync(Collections.Models, [Model(3) with { Id = "small" }, Model(17_000_000)], Token));

        Assert.StartsWith("models m has 17,000,", error.Message, StringComparison.Ordinal);
        Assert.Empty(await ReadAsync(Collections.Models));
    }

    [Fact]
    public async Task Upsert_DocumentThatSomebodyElseWrote_IsReadAndMerged()
    {
        await Database.GetCollection<BsonDocument>("lives").InsertOneAsync(
            new BsonDocument { { "_id", Key(1) }, { "observedAt", Noon.UtcDateTime }, { "subject", "题目" }, { "note", "by hand" } }, null, Token);

        Assert.Equal(new UpsertCounts(0, 0, 1), await Store.UpsertAsync(Collections.Lives, [Live() with { Subject = "题目" }], Token));
        Assert.Equal(new UpsertCounts(0, 1, 0), await Store.UpsertAsync(Collections.Lives, [Live() with { LikedNum = 1 }], Token));

        Assert.Equal("题目", (await Store.FindAsync(Collections.Lives, Key(1), Token))!.Subject);
    }

    [Fact]
    public async Task Find_DocumentWithoutARequiredField_IsAStoreException()
    {
        await Database.GetCollection<BsonDocument>("lives").InsertOneAsync(new BsonDocument("_id", Key(1)), null, Token);

        var error = await Assert.ThrowsAsync<StoreException>(() => Store.FindAsync(Collections.Lives, Key(1), Token));

        Assert.Contains("ObservedAt", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upsert_AfterACrashBetweenObservationAndLive_PlaysTheObservationFirst()
    {
        await Store.UpsertAsync(Collections.Lives, [Live() with { LikedNum = 1 }], Token);
        await Store.UpsertAsync(Collections.Observations, [Logged("likedNum", "1", "2")], Token);

        var counts = await Store.UpsertAsync(Collections.Lives, [Live(1, Noon.AddHours(2)) with { SeatsTaken = 9 }], Token);

        var live = await Store.FindAsync(Collections.Lives, Key(1), Token);
        Assert.Equal(new UpsertCounts(0, 1, 0), counts);
        Assert.Equal((2L, 9L, 2, Noon.AddHours(2)), (live!.LikedNum, live.SeatsTaken, live.Version, live.ObservedAt));
        Assert.Equal(["likedNum", "seatsTaken"], (await ReadAsync(Collections.Observations)).Select(o => Assert.Single(o.Changes).Field));
    }

    [Fact]
    public async Task Upsert_RepeatedAfterACrashBetweenObservationAndLive_RepeatsTheKeyNotTheRow()
    {
        await Store.UpsertAsync(Collections.Lives, [Live() with { LikedNum = 1 }], Token);
        await Store.UpsertAsync(Collections.Observations, [Logged("likedNum", "1", "2")], Token);

        await Store.UpsertAsync(Collections.Lives, [Live(1, Noon.AddHours(1)) with { LikedNum = 2 }], Token);

        var live = await Store.FindAsync(Collections.Lives, Key(1), Token);
        Assert.Equal((2L, 1, Noon.AddHours(1)), (live!.LikedNum, live.Version, live.ObservedAt));
        Assert.Single(await ReadAsync(Collections.Observations));
    }

    [Fact]
    public async Task Upsert_LiveThatWasRemovedBefore_WritesOverTheLeftoverObservation()
    {
        await Store.UpsertAsync(Collections.Lives, [Live() with { LikedNum = 5 }], Token);
        await Store.UpsertAsync(Collections.Observations, [Logged("likedNum", "1", "2")], Token);

        await Store.UpsertAsync(Collections.Lives, [Live(1, Noon.AddHours(2)) with { LikedNum = 6 }], Token);

        Assert.Equal(6, (await Store.FindAsync(Collections.Lives, Key(1), Token))!.LikedNum);
        Assert.Equal([new FieldChange("likedNum", "5", "6")], Assert.Single(await ReadAsync(Collections.Observations)).Changes);
    }

    [Fact]
    public async Task Open_DatabaseThatMustExistAndDoesNot_SaysSoAndMakesNone()
    {
        await using var store = new MongoStore(new MongoUrlBuilder(Server) { DatabaseName = _name + "_none" }.ToString(), mustExist: true, Time);

        var error = await Assert.ThrowsAsync<StoreException>(() => store.OpenAsync(Token));

        Assert.StartsWith($"there is no database {_name}_none at mongodb://", error.Message, StringComparison.Ordinal);
        Assert.Empty(await (await new MongoClient(Server).GetDatabase(_name + "_none").ListCollectionNamesAsync(null, Token)).ToListAsync(Token));
    }

    [Fact]
    public async Task Open_DatabaseThatMustExistAndDoes_Opens()
    {
        await using var store = new MongoStore(Uri, mustExist: true, Time);

        await store.OpenAsync(Token);

        Assert.Equal(0, (await store.CountAsync(Token))["lives"]);
    }

    private static ModelRecord Model(int weights) => new()
    {
        Id = "m",
        Kind = "k",
        CreatedAt = Noon,
        Manifest = "{}",
        Weights = new byte[weights],
        WeightsSha256 = new string('0', 64),
    };

    private static Observation Logged(string field, string old, string now) => new()
    {
        Id = $"{Key(1)}:1",
        LiveId = Key(1),
        ObservedAt = Noon.AddHours(1),
        Changes = [new FieldChange(field, old, now)],
    };

    private Task<BsonDocument> RawAsync(string collection) =>
        Database.GetCollection<BsonDocument>(collection).Find(FilterDefinition<BsonDocument>.Empty).SingleAsync(Token);
}
