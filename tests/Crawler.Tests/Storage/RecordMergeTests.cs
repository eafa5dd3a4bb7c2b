using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Xunit;

namespace LiveQuality.Crawler.Tests.Storage;

public sealed class RecordMergeTests
{
    private const string Seed = "0N0XIzNsQ0O2";
    private static readonly DateTimeOffset Noon = new(2018, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Live> Views = Gen.Select(
        Gen.Int[0, 5],
        OneOf<string?>(null, "甲", "乙", string.Empty),
        OneOf<long?>(null, 0, 1, 2),
        OneOf<double?>(null, 4.5, 5),
        OneOf<IReadOnlyList<Tag>?>(null, [], [new Tag(101, "音乐")]),
        OneOf<bool?>(null, true, false),
        (hour, subject, count, score, tags, open) => new Live
        {
            Id = "1",
            ObservedAt = Noon.AddHours(hour),
            Subject = subject,
            ReviewCount = count,
            ReviewScore = score,
            Tags = tags,
            OpenEnded = open,
        });

    [Fact]
    public void Merge_TheSameViewTwice_IsTheSameAsOnce() => Gen.Select(Views, Views).Sample(
        (stored, view) =>
        {
            var (once, _) = RecordMerge.Merge(Collections.Lives, stored, view);

            var (twice, changes) = RecordMerge.Merge(Collections.Lives, once, view);

            Assert.Empty(changes);
            Assert.Equal(Json(once), Json(twice));
        },
        seed: Seed);

    [Fact]
    public void Merge_WithItself_IsNoChange() => Views.Sample(
        live => Assert.Empty(RecordMerge.Merge(Collections.Lives, live, live with { ObservedAt = live.ObservedAt.AddDays(1) }).Changes), seed: Seed);

    [Fact]
    public void Merge_AnyTwoViews_LosesNoField() => Gen.Select(Views, Views).Sample(
        (stored, view) =>
        {
            var (merged, _) = RecordMerge.Merge(Collections.Lives, stored, view);

            var newer = Fields(view.ObservedAt < stored.ObservedAt ? stored : view);
            var older = Fields(view.ObservedAt < stored.ObservedAt ? view : stored);
            foreach (var name in Names(newer).Union(Names(older)))
            {
                Assert.True(JsonNode.DeepEquals(newer[name] ?? older[name], Fields(merged)[name]), name);
            }
        },
        seed: Seed);

    [Fact]
    public void Merge_AnyTwoViews_NamesExactlyWhatIsDifferent() => Gen.Select(Views, Views).Sample(
        (stored, view) =>
        {
            var (merged, changes) = RecordMerge.Merge(Collections.Lives, stored, view);

            var (before, after) = (Fields(stored), Fields(merged));
            var different = Names(before).Union(Names(after)).Where(n => !JsonNode.DeepEquals(before[n], after[n]));
            Assert.Equal(different.Order(StringComparer.Ordinal), changes.Select(c => c.Field).Order(StringComparer.Ordinal));
            Assert.All(changes, c => Assert.Equal((before[c.Field]?.ToJsonString(Relaxed), after[c.Field]?.ToJsonString(Relaxed)), (c.Old, c.New)));
        },
        seed: Seed);

    [Fact]
    public void Merge_Replace_ForgetsWhatTheNewRecordDoesNotSay()
    {
        var run = new Run
        {
            Id = "1",
            Command = "crawl",
            Trigger = "command",
            StartedAt = Noon,
            Inputs = new Dictionary<string, string>(),
            Counts = new Dictionary<string, long>(),
            Outcome = "failed",
            Error = "why",
        };

        var (kept, changes) = RecordMerge.Merge(Collections.Runs, run, run with { Outcome = "done", Error = null });

        Assert.Null(kept.Error);
        Assert.Contains(new FieldChange("error", "\"why\"", null), changes);
    }

    [Fact]
    public void Observe_Change_MakesTheNextVersionAndItsKey()
    {
        var stored = new Live { Id = "7", ObservedAt = Noon, Version = 4 };

        var (live, observation) = RecordMerge.Observe(stored, stored with { LikedNum = 1 }, [new FieldChange("likedNum", null, "1")], Noon.AddHours(1));

        Assert.Equal((5, 1L), (live.Version, live.LikedNum));
        Assert.Equal(("7:5", "7", Noon.AddHours(1)), (observation.Id, observation.LiveId, observation.ObservedAt));
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static JsonSerializerOptions Relaxed => RecordJson.Relaxed.Options;

    private static string Json(Live live) => JsonSerializer.Serialize(live, RecordJson.Relaxed.Live);

    private static JsonObject Fields(Live live) => JsonSerializer.SerializeToNode(live, RecordJson.Relaxed.Live)!.AsObject();

    private static IEnumerable<string> Names(JsonObject fields) => fields.Select(p => p.Key).Except(Collections.Lives.Bookkeeping);
}
