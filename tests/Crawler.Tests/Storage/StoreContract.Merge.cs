using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Xunit;

namespace LiveQuality.Crawler.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Upsert_ViewThatSaysLess_OverwritesNothing()
    {
        await Store.UpsertAsync(Collections.Lives, [Live() with { Subject = "题目", ReviewCount = 3, Tags = [new Tag(101, "音乐")] }], Token);

        var counts = await Store.UpsertAsync(Collections.Lives, [Live(1, Noon.AddDays(1)) with { ReviewCount = 3 }], Token);

        var live = await Store.FindAsync(Collections.Lives, Key(1), Token);
        Assert.Equal(new UpsertCounts(0, 0, 1), counts);
        Assert.Equal(("题目", 3L, Noon), (live!.Subject, live.ReviewCount, live.ObservedAt));
        Assert.Equal(new Tag(101, "音乐"), Assert.Single(live.Tags!));
    }

    [Fact]
    public async Task Upsert_NewerView_WinsAndIsObserved()
    {
        await Store.UpsertAsync(Collections.Lives, [Live() with { Subject = "题目", ReviewCount = 3 }], Token);
        var seen = Noon.AddDays(1);

        var counts = await Store.UpsertAsync(Collections.Lives, [Live(1, seen) with { ReviewCount = 8, ReviewScore = 4.8, Subject = "题目" }], Token);

        var live = await Store.FindAsync(Collections.Lives, Key(1), Token);
        var observation = Assert.Single(await ReadAsync(Collections.Observations));
        Assert.Equal(new UpsertCounts(0, 1, 0), counts);
        Assert.Equal((1, 8L, 4.8, seen), (live!.Version, live.ReviewCount, live.ReviewScore, live.ObservedAt));
        Assert.Equal(($"{Key(1)}:1", Key(1), seen), (observation.Id, observation.LiveId, observation.ObservedAt));
        Assert.Equal(
            [new FieldChange("reviewCount", "3", "8"), new FieldChange("reviewScore", null, "4.8")],
            observation.Changes.OrderBy(c => c.Field, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Upsert_OlderView_OnlyFillsGaps()
    {
        await Store.UpsertAsync(Collections.Lives, [Live() with { ReviewCount = 8 }], Token);

        var counts = await Store.UpsertAsync(Collections.Lives, [Live(1, Noon.AddDays(-1)) with { ReviewCount = 3, Subject = "旧题目" }], Token);

        var live = await Store.FindAsync(Collections.Lives, Key(1), Token);
        Assert.Equal(new UpsertCounts(0, 1, 0), counts);
        Assert.Equal((8L, "旧题目", Noon), (live!.ReviewCount, live.Subject, live.ObservedAt));
        Assert.Equal([new FieldChange("subject", null, "\"旧题目\"")], Assert.Single(await ReadAsync(Collections.Observations)).Changes);
    }

    [Fact]
    public async Task Upsert_ThreeChanges_CountsVersionsAndKeepsTheHistory()
    {
        for (var i = 0; i <= 3; i++)
        {
            await Store.UpsertAsync(Collections.Lives, [Live(1, Noon.AddDays(i)) with { SeatsTaken = i }], Token);
        }

        var history = await ReadAsync(Collections.Observations, new Query<Observation> { Where = Collections.ObservationsByLive, EqualTo = Key(1) });
        Assert.Equal(3, (await Store.FindAsync(Collections.Lives, Key(1), Token))!.Version);
        Assert.Equal([("0", "1"), ("1", "2"), ("2", "3")], history.Select(o => (Assert.Single(o.Changes).Old!, Assert.Single(o.Changes).New!)));
    }

    [Fact]
    public async Task Upsert_ChangedSpeaker_IsNotObserved()
    {
        await Store.UpsertAsync(Collections.Speakers, [new Speaker { Id = "s", ObservedAt = Noon, Name = "讲者甲" }], Token);

        var counts = await Store.UpsertAsync(Collections.Speakers, [new Speaker { Id = "s", ObservedAt = Noon.AddDays(1), Gender = -1 }], Token);

        var speaker = await Store.FindAsync(Collections.Speakers, "s", Token);
        Assert.Equal(new UpsertCounts(0, 1, 0), counts);
        Assert.Equal(("讲者甲", -1), (speaker!.Name, speaker.Gender));
        Assert.Empty(await ReadAsync(Collections.Observations));
    }

    [Fact]
    public async Task Upsert_PortraitMetAgain_KeepsWhatIsSaidOfItsFace()
    {
        var met = new Portrait { Id = "v2-0", ObservedAt = Noon, Url = "https://pic1.zhimg.com/v2-0_s.jpg" };
        var face = new FaceResult
        {
            Model = "m1",
            Outcome = FaceOutcomes.Face,
            SpeakerIds = ["s"],
            Sha256 = new string('a', 64),
            Confidence = 0.99,
            Yaw = -0.1,
            Attractiveness = new FaceEstimate(3.1, 0.4),
            Gender = new FaceAnswer("female", 0.9),
            Embedding = [0.1f, -0.25f, 1 / 3f],
        };
        await Store.UpsertAsync(Collections.Portraits, [met], Token);
        await Store.UpsertAsync(Collections.Portraits, [met with { Face = face }], Token);

        var counts = await Store.UpsertAsync(Collections.Portraits, [met with { ObservedAt = Noon.AddDays(1), Url = "http://pic1.zhimg.com/50/v2-0_xl.jpg" }], Token);

        Assert.Equal(new UpsertCounts(0, 0, 1), counts);
        Assert.Equal(Json(Collections.Portraits, met with { Face = face }), Json(Collections.Portraits, await Store.FindAsync(Collections.Portraits, "v2-0", Token)));
    }

    [Fact]
    public async Task Upsert_FaceOfAnotherModel_LeavesNothingOfTheOldOne()
    {
        var met = new Portrait { Id = "v2-0", ObservedAt = Noon, Url = "https://pic1.zhimg.com/v2-0_s.jpg" };
        await Store.UpsertAsync(
            Collections.Portraits, [met with { Face = new FaceResult { Model = "m1", Outcome = FaceOutcomes.Face, SpeakerIds = ["s"], Embedding = [1, 2] } }], Token);
        var abstained = met with { Face = new FaceResult { Model = "m2", Outcome = FaceOutcomes.Abstained, Reason = "NoFace", SpeakerIds = ["s"] } };

        var counts = await Store.UpsertAsync(Collections.Portraits, [abstained], Token);

        Assert.Equal(new UpsertCounts(0, 1, 0), counts);
        Assert.Equal(Json(Collections.Portraits, abstained), Json(Collections.Portraits, await Store.FindAsync(Collections.Portraits, "v2-0", Token)));
    }

    [Fact]
    public async Task Upsert_EightWritersIntoTheSameSpeakers_LoseNothing()
    {
        const int Speakers = 50;
        Func<Speaker, int, Speaker>[] fields =
        [
            (s, n) => s with { FollowerCount = n }, (s, n) => s with { VoteupCount = n }, (s, n) => s with { ThankedCount = n }, (s, n) => s with { FavoritedCount = n },
            (s, n) => s with { AnswerCount = n }, (s, n) => s with { ArticlesCount = n }, (s, n) => s with { HostedLiveCount = n }, (s, n) => s with { BadgeCount = n },
        ];

        var counts = await Task.WhenAll((await OpenAsync(8)).Select((store, writer) => Task.Run(
            async () =>
            {
                var sum = default(UpsertCounts);
                for (var n = 1; n <= 3; n++)
                {
                    sum += await store.UpsertAsync(
                        Collections.Speakers, [.. Enumerable.Range(0, Speakers).Select(i => fields[writer](new Speaker { Id = Key(i), ObservedAt = Noon }, n))], Token);
                }

                return sum;
            },
            Token)));

        Assert.Equal(new UpsertCounts(Speakers, Speakers * 23, 0), counts.Aggregate((a, b) => a + b));
        foreach (var speaker in await ReadAsync(Collections.Speakers))
        {
            Assert.Equal(fields.Aggregate(new Speaker { Id = speaker.Id, ObservedAt = Noon }, (s, field) => field(s, 3)), speaker);
        }
    }

    [Fact]
    public async Task Upsert_EightWritersIntoTheSameLives_LoseNothing()
    {
        const int Lives = 12;
        var stores = await OpenAsync(8);

        // Every writer knows one field of its own that nobody else writes, so all fields must be there in the end, and every change in the history once.
        Func<Live, int, Live>[] fields =
        [
            (l, n) => l with { LikedNum = n }, (l, n) => l with { SeatsTaken = n }, (l, n) => l with { ReviewCount = n }, (l, n) => l with { AmountFen = n },
            (l, n) => l with { SeatsMax = n }, (l, n) => l with { AttachmentCount = n }, (l, n) => l with { ReplyMessageCount = n }, (l, n) => l with { DurationSeconds = n },
        ];
        var counts = await Task.WhenAll(stores.Select((store, writer) => Task.Run(
            async () =>
            {
                var sum = default(UpsertCounts);
                for (var round = 1; round <= 5; round++)
                {
                    var n = (10 * writer) + round;
                    sum += await store.UpsertAsync(Collections.Lives, [.. Enumerable.Range(0, Lives).Select(i => fields[writer](Live(i), n))], Token);
                }

                return sum;
            },
            Token)));

        var total = counts.Aggregate((a, b) => a + b);
        Assert.Equal(new UpsertCounts(Lives, Lives * 39, 0), total);
        foreach (var live in await ReadAsync(Collections.Lives))
        {
            var expected = fields.Select((field, writer) => (field, n: (10 * writer) + 5)).Aggregate(Live() with { Id = live.Id, Version = 39 }, (l, f) => f.field(l, f.n));
            Assert.Equal(Json(Collections.Lives, expected), Json(Collections.Lives, live));
        }

        var history = (await ReadAsync(Collections.Observations)).OrderBy(o => int.Parse(o.Id.Split(':')[1], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(total.Changed, history.Count);
        foreach (var steps in history.SelectMany(o => o.Changes, (o, change) => (o.LiveId, Change: change)).GroupBy(s => (s.LiveId, s.Change.Field)))
        {
            Assert.Equal(steps.Select(s => s.Change.New).SkipLast(1), steps.Select(s => s.Change.Old).Skip(1));
        }
    }
}
