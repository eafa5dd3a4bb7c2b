using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Xunit;

namespace LiveQuality.Crawler.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Upsert_NewRecords_AreReadBackAsTheyWere()
    {
        var live = Live() with
        {
            Subject = "直播：如何读一张表 — 𠮷野家 👩‍🚀 \"引号\" \\ \u0008 \u2028",
            Description = "第一行\n第二行\n=1+1",
            Outline = string.Empty,
            SpeakerId = "0123456789abcdef0123456789abcdef",
            CospeakerIds = [],
            Tags = [new Tag(105, "互联网"), new Tag(201, "科学技术")],
            CreatedAt = new DateTimeOffset(2018, 1, 2, 23, 59, 59, 999, TimeSpan.Zero),
            DurationSeconds = 600_000_000_000,
            OpenEnded = true,
            AmountFen = 0,
            Purchasable = false,
            ReviewScore = 5,
        };

        await Store.UpsertAsync(Collections.Lives, [live], Token);

        Assert.Equal(Json(Collections.Lives, live), Json(Collections.Lives, await Store.FindAsync(Collections.Lives, live.Id, Token)));
    }

    [Fact]
    public async Task Upsert_SameBatchTwice_ChangesNothingTheSecondTime()
    {
        Live[] lives = [.. Enumerable.Range(0, 2500).Select(i => Live(i) with { ReviewCount = i, Tags = [new Tag(101, "音乐")], ReviewScore = 4.5 })];

        var first = await Store.UpsertAsync(Collections.Lives, lives, Token);
        var second = await Store.UpsertAsync(Collections.Lives, lives, Token);

        Assert.Equal(new UpsertCounts(2500, 0, 0), first);
        Assert.Equal(new UpsertCounts(0, 0, 2500), second);
        Assert.Empty(await ReadAsync(Collections.Observations));
    }

    [Fact]
    public async Task Upsert_TimeFinerThanTheStoreKeepsInAnotherOffset_IsUnchangedTheSecondTime()
    {
        var moment = new DateTimeOffset(2018, 1, 15, 20, 0, 0, TimeSpan.FromHours(8)).AddTicks(1_234_567);
        var live = Live() with { ObservedAt = moment, StartsAt = moment };

        await Store.UpsertAsync(Collections.Lives, [live], Token);
        var second = await Store.UpsertAsync(Collections.Lives, [live], Token);

        Assert.Equal(new UpsertCounts(0, 0, 1), second);
        var stored = await Store.FindAsync(Collections.Lives, live.Id, Token);
        Assert.InRange(stored!.StartsAt!.Value, moment.AddMilliseconds(-1), moment);
    }

    [Fact]
    public async Task Upsert_NewChangedAndSameInOneBatch_AreCountedApart()
    {
        await Store.UpsertAsync(Collections.Lives, [Live(1) with { LikedNum = 1 }, Live(2) with { LikedNum = 1 }], Token);

        var counts = await Store.UpsertAsync(
            Collections.Lives, [Live(3), Live(1) with { LikedNum = 1 }, Live(2, Noon.AddHours(1)) with { LikedNum = 2 }], Token);

        Assert.Equal(new UpsertCounts(1, 1, 1), counts);
    }

    [Fact]
    public async Task Upsert_SameKeyTwiceInABatch_MergesTheLaterOverTheEarlier()
    {
        var counts = await Store.UpsertAsync(
            Collections.Lives,
            [Live() with { LikedNum = 1, Subject = "甲" }, Live(2), Live(1, Noon.AddHours(1)) with { LikedNum = 2 }, Live(1, Noon.AddHours(2)) with { LikedNum = 3 }],
            Token);

        var live = await Store.FindAsync(Collections.Lives, Key(1), Token);
        Assert.Equal(new UpsertCounts(2, 2, 0), counts);
        Assert.Equal(("甲", 3L, 2), (live!.Subject, live.LikedNum, live.Version));
        Assert.Equal([$"{Key(1)}:1", $"{Key(1)}:2"], (await ReadAsync(Collections.Observations)).Select(o => o.Id));
    }

    [Fact]
    public async Task Upsert_SameSpeakerThroughoutABatch_IsOneRecord()
    {
        Speaker[] views = [.. Enumerable.Range(0, 300).Select(i => new Speaker { Id = "s", ObservedAt = Noon.AddMinutes(i), FollowerCount = i / 100 })];

        var counts = await Store.UpsertAsync(Collections.Speakers, views, Token);

        Assert.Equal(new UpsertCounts(1, 2, 297), counts);
        Assert.Equal(2, Assert.Single(await ReadAsync(Collections.Speakers)).FollowerCount);
    }

    [Fact]
    public async Task Upsert_SameModelAgain_KeepsWhatBecameOfIt()
    {
        var trained = new ModelRecord
        {
            Id = "mtb-dnn-0123456789ab",
            Kind = "mtb-dnn",
            CreatedAt = Noon,
            Manifest = "{\"seed\":42}",
            Weights = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31))],
            WeightsSha256 = new string('a', 64),
        };

        await Store.UpsertAsync(Collections.Models, [trained], Token);
        var promoted = await Store.UpsertAsync(Collections.Models, [trained with { PromotedAt = Noon.AddHours(1), Verdict = "promoted" }], Token);
        var again = await Store.UpsertAsync(Collections.Models, [trained with { CreatedAt = Noon.AddDays(1) }], Token);

        var stored = await Store.FindAsync(Collections.Models, trained.Id, Token);
        Assert.Equal(new UpsertCounts(0, 1, 0), promoted);
        Assert.Equal(new UpsertCounts(0, 0, 1), again);
        Assert.Equal(trained.Weights, stored!.Weights);
        Assert.Equal((Noon, Noon.AddHours(1), "promoted"), (stored.CreatedAt, stored.PromotedAt!.Value, stored.Verdict));
    }

    [Fact]
    public async Task Upsert_Replace_LeavesNothingOfTheOldRecord()
    {
        var run = new Run
        {
            Id = "20180115T120000-crawl-0001",
            Command = "crawl",
            Trigger = "command",
            StartedAt = Noon,
            Inputs = new Dictionary<string, string> { ["source.path"] = "a.b", ["$seed"] = "7", ["a.$b.c"] = "", ["选项"] = "值" },
            Counts = new Dictionary<string, long> { ["lives.new"] = long.MaxValue },
            Outcome = "running",
            Error = "half way",
            Fields = new RunFields(
                "https://api.zhihu.com",
                [new KindFields("live", 3, [new FieldShape("seats.max", 3, new Dictionary<string, long> { ["number"] = 2, ["null"] = 1 })], [new FieldShape("新", 3, new Dictionary<string, long>())])],
                [new FieldAlert("live", "seats.max", FieldAlertKind.Renamed, Broken: true, 1, 0.25, "seats.limit", "one line")],
                Accepted: true),
        };

        await Store.UpsertAsync(Collections.Runs, [run], Token);
        Assert.Equal(Json(Collections.Runs, run), Json(Collections.Runs, await Store.FindAsync(Collections.Runs, run.Id, Token)));

        var done = run with { EndedAt = Noon.AddHours(1), Outcome = "done", Error = null, Counts = new Dictionary<string, long> { ["$new"] = 1 } };
        Assert.Equal(new UpsertCounts(0, 1, 0), await Store.UpsertAsync(Collections.Runs, [done], Token));
        Assert.Equal(new UpsertCounts(0, 0, 1), await Store.UpsertAsync(Collections.Runs, [done], Token));
        Assert.Equal(Json(Collections.Runs, done), Json(Collections.Runs, await Store.FindAsync(Collections.Runs, run.Id, Token)));
    }

    [Fact]
    public async Task Upsert_EmptyBatch_IsNothing() => Assert.Equal(default, await Store.UpsertAsync(Collections.Lives, [], Token));

    [Fact]
    public async Task Upsert_Cancelled_WritesNothingAndLeavesTheStoreUsable()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.UpsertAsync(Collections.Lives, [Live()], stopped.Token));

        Assert.Null(await Store.FindAsync(Collections.Lives, Key(1), Token));
        Assert.Equal(new UpsertCounts(1, 0, 0), await Store.UpsertAsync(Collections.Lives, [Live()], Token));
    }

    [Fact]
    public async Task Find_Missing_IsNull() => Assert.Null(await Store.FindAsync(Collections.Lives, Key(1), Token));

    [Fact]
    public async Task Read_ByFieldInOrderWithLimit_GivesWhatWasAskedFor()
    {
        Review[] reviews = [.. Enumerable.Range(0, 20).Select(i => new Review { Id = Key(i), ObservedAt = Noon, LiveId = i % 2 == 0 ? "a" : "b", Score = 5 })];
        Score[] scores = [.. Enumerable.Range(0, 10).Select(i => new Score { Id = Key(i), ModelId = "m", Value = 1 + (i % 3), ScoredAt = Noon })];
        await Store.UpsertAsync(Collections.Reviews, reviews, Token);
        await Store.UpsertAsync(Collections.Scores, scores, Token);

        var ofA = await ReadAsync(Collections.Reviews, new Query<Review> { Where = Collections.ReviewsByLive, EqualTo = "a", Descending = true, Limit = 3 });
        var lowest = await ReadAsync(Collections.Scores, new Query<Score> { OrderBy = Collections.ScoresByValue, Limit = 5 });
        var highest = await ReadAsync(Collections.Scores, new Query<Score> { OrderBy = Collections.ScoresByValue, Descending = true, Limit = 4 });
        var none = await ReadAsync(Collections.Scores, new Query<Score> { Limit = 0 });

        Assert.Equal([Key(18), Key(16), Key(14)], ofA.Select(r => r.Id));
        Assert.Equal([Key(0), Key(3), Key(6), Key(9), Key(1)], lowest.Select(s => s.Id));
        Assert.Equal([Key(8), Key(5), Key(2), Key(7)], highest.Select(s => s.Id));
        Assert.Empty(none);
    }

    [Fact]
    public async Task Read_TenThousandLargeRecords_StreamsThemInOrderWithFewInMemory()
    {
        const int Count = 10_000;
        var text = new string('x', 1000);
        foreach (var batch in Enumerable.Range(0, Count).Reverse().Chunk(1000))
        {
            await Store.UpsertAsync(Collections.Lives, [.. batch.Select(i => Live(i) with { Description = text })], Token);
        }

        // Not bytes: other tests run at the same time. A record that is still reachable after it was handed out is one that the store holds.
        var handed = new List<WeakReference>();
        var held = 0;
        await foreach (var live in Store.ReadAsync(Collections.Lives, new Query<Live>(), Token))
        {
            Assert.Equal(Key(handed.Count), live.Id);
            handed.Add(new WeakReference(live));
            if (handed.Count % 2500 == 0)
            {
                GC.Collect();
                held = Math.Max(held, handed.Count(h => h.IsAlive));
            }
        }

        Assert.Equal(Count, handed.Count);
        Assert.InRange(held, 1, 2000);
    }

    [Fact]
    public async Task Read_LeftEarly_LeavesTheStoreUsable()
    {
        await Store.UpsertAsync(Collections.Lives, [.. Enumerable.Range(0, 3000).Select(i => Live(i))], Token);

        await foreach (var live in Store.ReadAsync(Collections.Lives, new Query<Live>(), Token))
        {
            Assert.Equal(Key(0), live.Id);
            break;
        }

        Assert.Equal(new UpsertCounts(1, 0, 0), await Store.UpsertAsync(Collections.Lives, [Live(5000)], Token));
    }

    [Fact]
    public async Task Delete_ThereThenGone_TellsWhich()
    {
        var entry = new QuarantineEntry { Id = "live:1", Kind = "live", Rule = "r", Reason = "why", Payload = "{ \"id\": 1 }", Origin = "a.csv row 2", ObservedAt = Noon };
        await Store.UpsertAsync(Collections.Quarantine, [entry], Token);

        Assert.True(await Store.DeleteAsync(Collections.Quarantine, entry.Id, Token));
        Assert.False(await Store.DeleteAsync(Collections.Quarantine, entry.Id, Token));
        Assert.Null(await Store.FindAsync(Collections.Quarantine, entry.Id, Token));
    }

    [Fact]
    public async Task Count_AfterWrites_NamesEveryCollection()
    {
        await Store.UpsertAsync(Collections.Lives, [Live(1), Live(2)], Token);
        await Store.UpsertAsync(Collections.Lives, [Live(1, Noon.AddHours(1)) with { LikedNum = 1 }], Token);
        await Store.Frontier.AddAsync([Item(1), Item(2), Item(3)], Token);

        var counts = await Store.CountAsync(Token);

        Assert.Equal(Collections.Names.Order(StringComparer.Ordinal), counts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((2L, 1L, 3L, 0L), (counts["lives"], counts["observations"], counts[Collections.Frontier], counts["speakers"]));
    }

    [Fact]
    public async Task Open_Again_FindsWhatWasWritten()
    {
        await Store.UpsertAsync(Collections.Lives, [Live()], Token);

        var another = await OpenAsync();

        Assert.NotNull(await another.FindAsync(Collections.Lives, Key(1), Token));
    }

    [Fact]
    public async Task Compact_AfterDeletionsAndReplacements_KeepsWhatIsThereAndGoesOnWriting()
    {
        await Store.UpsertAsync(Collections.Lives, [.. Enumerable.Range(0, 300).Select(i => Live(i) with { Description = new string('讲', 2000) })], Token);
        for (var i = 1; i < 300; i++)
        {
            await Store.DeleteAsync(Collections.Lives, Key(i), Token);
        }

        var freed = await Store.CompactAsync(Token);

        Assert.True(freed >= 0);
        Assert.Equal(Key(0), Assert.Single(await ReadAsync(Collections.Lives)).Id);
        Assert.Equal(1, (await Store.UpsertAsync(Collections.Lives, [Live(1)], Token)).Added);
    }
}
