using System.Text.Json.Nodes;
using CsCheck;
using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Records;
using LiveQuality.Tests;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;
using static LiveQuality.Crawler.Tests.Crawling.Watching.WatchedItems;

namespace LiveQuality.Crawler.Tests.Crawling.Watching;

public sealed class FieldWatchTests
{
    private static readonly World Now = World.Create(seed: 3, lives: 2_000);
    private static readonly Lazy<List<JsonObject>> NowLives = new(() => Lives(Now));
    private static readonly Lazy<List<JsonObject>> NowReviews = new(() => Reviews(Now));

    // A crawl of another world of the same kind, so that the two differ by chance as two crawls do.
    private static readonly Lazy<RunFields> Before = new(() =>
    {
        var world = World.Create(seed: 4, lives: 2_000);
        return FieldWatch.Judge(Site, [CountLives(Lives(world)), CountReviews(Reviews(world)), CountPeople(People(world))], []);
    });

    // What every live has, as far as records keep it.
    private static readonly Lazy<string[]> AlwaysThere = new(() =>
        [.. CountLives(NowLives.Value).Known.Where(f => f.Having() == f.Objects && f.Objects == Now.Lives.Count && KeptFields.Find("live", f.Field) is not null).Select(f => f.Field)]);

    private static Gen<string> AlwaysThereField => Gen.Int[0, AlwaysThere.Value.Length - 1].Select(i => AlwaysThere.Value[i]);

    [Fact]
    public void Judge_AFirstCrawlOfAHealthySite_FindsNothing() => Assert.Empty(Before.Value.Alerts);

    [Fact]
    public void Judge_200RandomPartsOfAHealthySite_FindsNothing()
    {
        var people = People(Now);
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            // From one item to all, every other time side by side as the newest of the feed are.
            KindFields[] part = [CountLives(Part(NowLives.Value)), CountReviews(Part(NowReviews.Value)), CountPeople(Part(people))];

            Assert.Empty(FieldWatch.Judge(Site, part, [Before.Value]).Alerts);
            Assert.Empty(FieldWatch.Judge(Site, part, []).Alerts);
        }

        IEnumerable<JsonObject> Part(List<JsonObject> all)
        {
            var count = (int)Math.Exp(random.NextDouble() * Math.Log(Math.Min(all.Count, 2_000)));
            return random.Next(2) == 0 ? all.Skip(random.Next(all.Count - count)).Take(count) : random.GetItems(all.ToArray(), count);
        }
    }

    [Fact]
    public async Task Judge_RealLivesAndTheReviewsOfOneLiveAfterAnother_FindsNothing()
    {
        var lives = CountLives(await ReadAsync(RealData.Path("zhihu-api/lives.jsonl")));
        var files = Directory.GetFiles(RealData.Path("zhihu-api/reviews"), "*.jsonl").Order(StringComparer.Ordinal).ToList();
        var runs = new List<RunFields>();

        foreach (var file in files)
        {
            // Anonymous listeners have fewer keys, and some lives have many of them.
            runs.Insert(0, FieldWatch.Judge(Site, [lives, CountReviews(await ReadAsync(file))], runs));

            Assert.Empty(runs[0].Alerts);
        }

        static async Task<List<JsonObject>> ReadAsync(string file) =>
            [.. (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    [Fact]
    public void Judge_AFieldThatFivePointsOrMoreLost_FlagsItAndNothingElse() =>
        (from field in AlwaysThereField
         from points in Gen.Int[5, 100]
         select (field, points)).Sample(
            sample =>
            {
                var lives = Changed(sample.field, (owner, key) => owner.Remove(key), share: sample.points);

                var alert = Assert.Single(Crawl(CountLives(lives), Before.Value).Alerts);

                Assert.Equal((sample.field, FieldAlertKind.Dropped, true), (alert.Field, alert.Change, alert.Broken));
                Assert.InRange(alert.Before - alert.Now, (sample.points / 100.0) - 0.005, (sample.points / 100.0) + 0.005);
            },
            iter: 25);

    [Fact]
    public void Judge_AFieldThatFewerThanFivePointsLost_IsNoAlarm() =>
        Assert.Empty(Crawl(CountLives(Changed("liked_num", (owner, key) => owner.Remove(key), share: 4)), Before.Value).Alerts);

    [Fact]
    public void Judge_ARenamedKey_NamesTheNewOne() => AlwaysThereField.Sample(
        field =>
        {
            var lives = Changed(field, (owner, key) => Rename(owner, key, "x_" + key));

            var alert = Assert.Single(Crawl(CountLives(lives), Before.Value).Alerts);

            Assert.Equal((field, FieldAlertKind.Renamed, true), (alert.Field, alert.Change, alert.Broken));
            Assert.Equal(alert.RenamedTo, field.LastIndexOf('.') is var dot and > 0 ? field.Insert(dot + 1, "x_") : "x_" + field);
            Assert.Contains($"{field} seems to be renamed to {alert.RenamedTo}", alert.Message, StringComparison.Ordinal);
        },
        iter: 20);

    [Fact]
    public void Judge_TwoKeysRenamedInOneObject_AreNotMixedUp()
    {
        var lives = Changed("review.count", (owner, key) => Rename(owner, key, "review_count"));
        foreach (var live in lives)
        {
            Change(live, "review.score", (owner, key) => Rename(owner, key, "review_score"));
        }

        var renames = Crawl(CountLives(lives), Before.Value).Alerts.ToDictionary(alert => alert.Field, alert => alert.RenamedTo);

        Assert.Equal(new() { ["review.count"] = "review.review_count", ["review.score"] = "review.review_score" }, renames);
    }

    [Fact]
    public void Judge_ANewKeyOfAnotherType_IsNoRename()
    {
        var lives = Changed("review.score", (owner, key) =>
        {
            owner.Remove(key);
            owner["stars"] = "five";
        });

        var alerts = Crawl(CountLives(lives), Before.Value).Alerts;

        Assert.Equal([(FieldAlertKind.Dropped, "review.score", true), (FieldAlertKind.Appeared, "review.stars", false)], alerts.Select(a => (a.Change, a.Field, a.Broken)));
    }

    [Theory]
    [InlineData("review.score", "\"4.5\"", "string", 100)]
    [InlineData("review.score", "\"4.5\"", "string", 5)]
    [InlineData("purchasable", "1", "number", 100)]
    [InlineData("speaker", "null", "null", 100)]
    [InlineData("seats", "[]", "array", 30)]
    [InlineData("id", "1", "number", 100)]
    public void Judge_AChangedType_FlagsItAndNothingElse(string field, string value, string type, int share)
    {
        var lives = Changed(field, (owner, key) => owner[key] = JsonNode.Parse(value), share);

        var alert = Assert.Single(Crawl(CountLives(lives), Before.Value).Alerts);

        Assert.Equal((field, FieldAlertKind.Retyped, true), (alert.Field, alert.Change, alert.Broken));
        Assert.Contains($"is {type} in ", alert.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_MoreOrganisations_IsNoAlarmThoughTheyHaveNoGender()
    {
        Assert.Empty(Crawl(CountLives(Changed("speaker.member.gender", (owner, key) => owner[key] = null, share: 40)), Before.Value).Alerts);
        Assert.Equal(FieldAlertKind.Retyped, Assert.Single(Crawl(CountLives(Changed("speaker.member.gender", (owner, key) => owner[key] = null)), Before.Value).Alerts).Change);
    }

    [Fact]
    public void Judge_AFieldThatNoRecordKeeps_IsNewsOnly()
    {
        var alert = Assert.Single(Crawl(CountLives(Changed("note", (owner, key) => owner.Remove(key))), Before.Value).Alerts);

        Assert.Equal(("note", false), (alert.Field, alert.Broken));
    }

    [Fact]
    public void Judge_AFieldGoneFromOnePageOfTheFeed_IsFlaggedThoughTheCrawlIsSmall()
    {
        var page = Changed("liked_num", (owner, key) => owner.Remove(key)).Take(10);

        Assert.Equal("liked_num", Assert.Single(Crawl(CountLives(page), Before.Value).Alerts).Field);
    }

    [Theory]
    [InlineData("review.score")]
    [InlineData("speaker.member.id")]
    [InlineData("tags.id")]
    [InlineData("created_at")]
    public void Judge_AFirstCrawlWithoutACoreField_IsFlaggedByWhatTheRecordingsTell(string field)
    {
        var removed = Assert.Single(Crawl(CountLives(Changed(field, (owner, key) => owner.Remove(key), share: 6))).Alerts);
        var renamed = Assert.Single(Crawl(CountLives(Changed(field, (owner, key) => Rename(owner, key, "x_" + key)))).Alerts);
        var retyped = Assert.Single(Crawl(CountLives(Changed(field, (owner, key) => owner[key] = true))).Alerts);

        Assert.Equal((field, FieldAlertKind.Dropped, true), (removed.Field, removed.Change, removed.Broken));
        Assert.Equal((field, FieldAlertKind.Renamed, true), (renamed.Field, renamed.Change, renamed.Broken));
        Assert.Equal((field, FieldAlertKind.Retyped, true), (retyped.Field, retyped.Change, retyped.Broken));
    }

    [Fact]
    public void Judge_ManyBrokenCrawlsInARow_AreAllFlaggedLikeTheFirst()
    {
        var broken = CountLives(Changed("liked_num", (owner, key) => owner.Remove(key), share: 50));
        var runs = new List<RunFields> { Before.Value };
        for (var i = 0; i < 10; i++)
        {
            runs.Insert(0, Crawl(broken, [.. runs]));

            Assert.Equal("liked_num", Assert.Single(runs[0].Alerts).Field);
        }
    }

    [Fact]
    public void Judge_AfterTheBrokenCrawlWasAccepted_TakesItForNormalAndSeesTheNextDrop()
    {
        var broken = CountLives(Changed("liked_num", (owner, key) => Rename(owner, key, "likes"), share: 50));
        var accepted = Crawl(broken, Before.Value) with { Accepted = true };

        Assert.Empty(Crawl(broken, accepted, Before.Value).Alerts);
        var more = Crawl(CountLives(Changed("liked_num", (owner, key) => owner.Remove(key), share: 60)), accepted, Before.Value);
        Assert.Equal("liked_num", Assert.Single(more.Alerts).Field);
        var other = Crawl(CountLives(Changed("duration", (owner, key) => owner.Remove(key))), accepted with { Kinds = [CountLives(NowLives.Value.Take(10))] }, Before.Value);
        Assert.Equal("duration", Assert.Single(other.Alerts).Field);
    }

    [Fact]
    public void Judge_ALossOfTwoPointsACrawl_IsFlaggedInTheEnd()
    {
        var earlier = new List<RunFields> { Before.Value };
        while (earlier.Count < 10 && earlier[0].Alerts.Count == 0)
        {
            earlier.Insert(0, Crawl(CountLives(Changed("liked_num", (owner, key) => owner.Remove(key), share: 2 * earlier.Count)), [.. earlier]));
        }

        Assert.Equal("liked_num", Assert.Single(earlier[0].Alerts).Field);
    }

    [Fact]
    public void Judge_AFloodOfHostileKeys_KeepsTheRecordSmall()
    {
        var lives = NowLives.Value.Take(200).Select((live, i) =>
        {
            var hostile = live.DeepClone().AsObject();
            for (var key = 0; key < 100; key++)
            {
                hostile[$"key{i}-{key}"] = key;
            }

            return hostile;
        });

        var run = Crawl(CountLives(lives), Before.Value);

        Assert.InRange(run.Kinds[0].Unknown.Count, 1, 50);
        Assert.Empty(run.Alerts);
    }

    private static void Rename(JsonObject owner, string key, string name)
    {
        var value = owner[key];
        owner.Remove(key);
        owner[name] = value;
    }

    // So many of every hundred items changed, spread evenly.
    private static List<JsonObject> Changed(string field, Action<JsonObject, string> change, int share = 100) => [.. NowLives.Value.Select((live, i) =>
    {
        var changed = live.DeepClone().AsObject();
        if (i % 100 < share)
        {
            Change(changed, field, change);
        }

        return changed;
    })];
}
