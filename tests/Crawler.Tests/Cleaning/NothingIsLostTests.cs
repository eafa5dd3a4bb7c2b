using System.Text.Json.Nodes;
using CsCheck;
using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Tests.Zhihu;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Cleaning;

/// <summary>The law of cleaning: whatever goes in comes out as one record or one quarantine entry, whose payload is what went in.</summary>
public sealed class NothingIsLostTests
{
    private const string Seed = "0N0XIzNsQ0O2";
    private const int Slice = 2_000;
    private static readonly DateTimeOffset Seen = new(2017, 5, 31, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] Values =
        ["null", "0", "-1", "1", "5", "4.5", "\"\"", "\"0\"", "\"x\"", "{}", "[]", "[null]", "true", "1e999", "600000000", "1526745600000", "99999999999999999999", "\"\\u0008\""];

    private static readonly string[] LiveFields = [.. Wire.Live().Select(field => field.Key), "speaker.member", "speaker.member.id", "seats.max", "fee.amount", "review.score", "tags.0.id"];
    private static readonly string[] ReviewFields = [.. Wire.Review().Select(field => field.Key), "author.member", "author.member.id", "author.badge.id"];
    private static readonly string[] Columns = [.. TableRowTests.Row().Columns.Keys];

    [Fact]
    public void Lives_WithAnyFieldsChanged_AreRecordsOrEntries() => Dirt(LiveFields).Sample(
        changes =>
        {
            JsonObject[] lives = [.. changes.Select(change => Change(Wire.Live(), change))];
            var batch = Cleaner.Lives(LivePage.Parse(Wire.Page([.. lives])).Value!.Items, LiveView.Full, "here", Seen);
            Check(lives.Length, batch.Lives.Count, batch, [.. lives.Select(Wire.Text)]);
        },
        iter: Slice,
        seed: Seed);

    [Fact]
    public void PageState_WithAnyFieldsChanged_AreRecordsOrEntries() => Dirt(LiveFields).Sample(
        changes =>
        {
            JsonObject[] lives = [.. changes.Select(change => Change(Wire.StateLive(), change))];
            var batch = Cleaner.Lives(LivePage.Parse(Wire.Page([.. lives])).Value!.Items, LiveView.PageState, "here", Seen);
            Check(lives.Length, batch.Lives.Count, batch, [.. lives.Select(Wire.Text)]);
        },
        iter: Slice,
        seed: Seed);

    [Fact]
    public void Reviews_WithAnyFieldsChanged_AreRecordsOrEntries() => Dirt(ReviewFields).Sample(
        changes =>
        {
            JsonObject[] reviews = [.. changes.Select(change => Change(Wire.Review(), change))];
            var batch = Cleaner.Reviews(ReviewPage.Parse(Wire.Page([.. reviews])).Value!.Items, Wire.LiveId, "here", Seen);
            Check(reviews.Length, batch.Reviews.Count, batch, [.. reviews.Select(Wire.Text)]);
        },
        iter: Slice,
        seed: Seed);

    [Fact]
    public void TableRows_WithAnyCellsChanged_AreRecordsOrEntries() => Dirt(Columns).Sample(
        changes =>
        {
            TableRow[] rows = [.. changes.Select(change => TableRowTests.Row((change.Field, change.Value.Trim('"'))))];
            var batch = Cleaner.TableRows(rows, Seen);
            Assert.Equal(rows.Length, batch.Lives.Count + batch.Quarantine.Count);
            Assert.All(batch.Quarantine, entry => Assert.Single(Cleaner.Replay(entry).Quarantine, again => again == entry));
        },
        iter: Slice,
        seed: Seed);

    private static Gen<(string Field, string Value)[]> Dirt(string[] fields) =>
        Gen.Select(Gen.Int[0, fields.Length - 1], Gen.Int[0, Values.Length - 1], (field, value) => (fields[field], Values[value])).Array[1, 6];

    private static void Check(int items, int records, CleanBatch batch, IReadOnlyCollection<string> payloads)
    {
        Assert.Equal(items, records + batch.Quarantine.Count);
        Assert.All(batch.Quarantine, entry =>
        {
            Assert.Contains(entry.Payload, payloads);
            Assert.NotEmpty(entry.Reason);
            Assert.DoesNotContain('\n', entry.Reason);
            Assert.Equal(entry, Assert.Single(Cleaner.Replay(entry).Quarantine));
        });
    }

    private static JsonObject Change(JsonObject whole, (string Field, string Value) change)
    {
        var path = change.Field.Split('.');
        JsonNode at = whole;
        foreach (var step in path[..^1])
        {
            if ((at is JsonArray list ? list[0] : at[step]) is not { } next)
            {
                return whole;
            }

            at = next;
        }

        at[path[^1]] = JsonNode.Parse(change.Value);
        return whole;
    }
}
