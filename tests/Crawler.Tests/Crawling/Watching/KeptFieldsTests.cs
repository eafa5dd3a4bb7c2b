using System.Text.Json.Nodes;
using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Tests.Zhihu;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling.Watching;

/// <summary>Holds the list of kept fields to the cleaner: what a field's loss changes in a record is kept, and nothing else is.</summary>
public sealed class KeptFieldsTests
{
    // Right to come and go: see KeptFields. An address to fetch the default portrait from is no field of a record.
    private static readonly string[] NotWatched = ["fee.end_time", "use_default_avatar"];

    [Fact]
    public void Live_EveryField_IsKeptIfARecordLosesByIt() =>
        AssertKept(FieldSchema.Live, FullLive, body => Cleaner.Lives(LivePage.Parse(Page(body)).Value!.Items, LiveView.Full, "a page", DateTimeOffset.UnixEpoch));

    [Fact]
    public void Review_EveryField_IsKeptIfARecordLosesByIt() =>
        AssertKept(FieldSchema.Review, () => Wire.Review(review => review["updated_at"] = 1_495_889_000), body => Cleaner.Reviews(ReviewPage.Parse(Page(body)).Value!.Items, Wire.LiveId, "a page", DateTimeOffset.UnixEpoch));

    [Fact]
    public void Person_EveryField_IsKeptIfARecordLosesByIt() =>
        AssertKept(FieldSchema.Person, () => Wire.Person(), body => PersonAnswer.Parse(body) is { Value: { } answer }
            ? Cleaner.Person(answer.Item, "a page", DateTimeOffset.UnixEpoch)
            : new CleanBatch([], [], [], [], [Cleaner.Page(PersonAnswer.Parse(body).Problem!, body, "a page", DateTimeOffset.UnixEpoch)]));

    private static void AssertKept(FieldSchema schema, Func<JsonObject> item, Func<byte[], CleanBatch> clean)
    {
        var whole = Text(clean(Wire.Bytes(item())));
        foreach (var field in schema.Nodes.Where(node => node.Parent is not null).Select(node => node.Path).Except(NotWatched))
        {
            var without = item();
            WatchedItems.Change(without, field, (owner, key) => owner.Remove(key));
            var loses = Text(clean(Wire.Bytes(without))) != whole;
            Assert.True(loses == KeptFields.Find(schema.Kind, field) is not null, $"{schema.Kind} {field}: a record {(loses ? "loses by it" : "does not need it")}");
        }
    }

    private static JsonObject FullLive() => Wire.Live(live =>
    {
        foreach (var key in new[] { "is_refundable", "has_authenticated", "is_commercial", "is_audition_open", "has_audition" })
        {
            live[key] = true;
        }

        foreach (var key in new[] { "audition_message_count", "speaker_audio_message_count", "reply_message_count", "attachment_count" })
        {
            live[key] = 3;
        }

        live["speaker"]!["member"]!["badge"] = new JsonArray(new JsonObject());
        var cospeaker = live["speaker"]!.DeepClone().AsObject();
        cospeaker["member"]!["id"] = Wire.OtherId;
        live["cospeakers"] = new JsonArray(cospeaker);
    });

    private static byte[] Page(byte[] item) => Wire.Page(JsonNode.Parse(item));

    private static string Text(CleanBatch batch) => string.Join('\n', [
        .. batch.Lives.Select(live => Wire.Text(System.Text.Json.JsonSerializer.SerializeToNode(live, RecordJson.Relaxed.Live)!)),
        .. batch.Reviews.Select(review => Wire.Text(System.Text.Json.JsonSerializer.SerializeToNode(review, RecordJson.Relaxed.Review)!)),
        .. batch.Speakers.Select(speaker => Wire.Text(System.Text.Json.JsonSerializer.SerializeToNode(speaker, RecordJson.Relaxed.Speaker)!)),
        $"{batch.Portraits.Count} {batch.Quarantine.Count}"]);
}
