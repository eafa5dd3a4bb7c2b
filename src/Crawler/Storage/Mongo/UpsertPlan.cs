using System.Text.Json;
using System.Text.Json.Nodes;
using LiveQuality.Crawler.Records;
using MongoDB.Bson;
using MongoDB.Driver;

namespace LiveQuality.Crawler.Storage.Mongo;

/// <summary>What to write for one key, decided from what was stored when it was read.</summary>
/// <param name="Id">The key.</param>
/// <param name="Incoming">New views of the record, oldest first; none where only the log is to be played.</param>
/// <param name="Rest">Views left for the next round: a round makes at most one version, so that its log entry is whole or missing.</param>
/// <param name="Stored">The document as read; null where there was none.</param>
/// <param name="Result">The record to write; null where the stored one stays.</param>
/// <param name="Observation">What to log first; null where nothing is logged.</param>
/// <param name="Relog">Whether the observation's key holds a leftover that never came to be.</param>
/// <param name="Counts">What this round did, if nobody else comes first.</param>
internal sealed record UpsertPlan<T>(
    string Id, ReadOnlyMemory<T> Incoming, ReadOnlyMemory<T> Rest, BsonDocument? Stored, T? Result, Observation? Observation, bool Relog, UpsertCounts Counts)
    where T : class, IRecord
{
    /// <summary>Whether the log alone decides: once the observation is in, somebody will play it, even if the live's write comes too late.</summary>
    public bool IsLogged => Observation is not null && !Relog;

    /// <param name="collection">Where the record belongs.</param>
    /// <param name="id">The key.</param>
    /// <param name="incoming">New views.</param>
    /// <param name="document">The stored document, or null.</param>
    /// <param name="log">Observations, by id, that the stored live may not have taken in yet.</param>
    public static UpsertPlan<T> Make(
        Collection<T> collection, string id, ReadOnlyMemory<T> incoming, BsonDocument? document, IReadOnlyDictionary<string, BsonDocument> log)
    {
        var stored = document is null ? null : RecordBson.Read<T>(document);
        var record = stored;
        Observation? observation = null;
        var relog = false;
        while (!relog && record is Live live && log.TryGetValue($"{live.Id}:{live.Version + 1}", out var entry))
        {
            var played = Play(live, RecordBson.Read<Observation>(entry));
            relog = played is null;
            record = (T)(object)(played ?? live);
        }

        var counts = default(UpsertCounts);
        var rest = incoming;
        for (; !rest.IsEmpty && observation is null; rest = rest[1..])
        {
            var seen = rest.Span[0];
            if (record is null)
            {
                record = seen;
                counts += new UpsertCounts(1, 0, 0);
                continue;
            }

            var (merged, changes) = RecordMerge.Merge(collection, record, seen);
            if (record is Live before && merged is Live after && seen is Live view && changes.Count > 0)
            {
                if (document is null)
                {
                    break; // The live has to be there before anything is logged about it.
                }

                (var next, observation) = RecordMerge.Observe(before, after, changes, view.ObservedAt);
                merged = (T)(object)next;
            }

            record = merged;
            counts += changes.Count > 0 ? new UpsertCounts(0, 1, 0) : new UpsertCounts(0, 0, 1);
        }

        return new UpsertPlan<T>(id, incoming, rest, document, ReferenceEquals(record, stored) ? null : record, observation, relog, counts);
    }

    public WriteModel<BsonDocument> Log()
    {
        var document = RecordBson.Write(Observation!, 1);
        return Relog
            ? new ReplaceOneModel<BsonDocument>(Builders<BsonDocument>.Filter.Eq("_id", Observation!.Id), document) { IsUpsert = true }
            : new InsertOneModel<BsonDocument>(document);
    }

    public WriteModel<BsonDocument> Keep()
    {
        if (Stored is null)
        {
            return new InsertOneModel<BsonDocument>(RecordBson.Write(Result!, 1));
        }

        // A document that somebody else put there has no revision; null matches that.
        var revision = Stored.GetValue(RecordBson.Revision, BsonNull.Value);
        var guard = new BsonDocument { { "_id", Id }, { RecordBson.Revision, revision } };
        var next = RecordBson.Write(Result!, revision.IsBsonNull ? 1 : revision.ToInt64() + 1);
        return new ReplaceOneModel<BsonDocument>(guard, next) { IsUpsert = true };
    }

    /// <returns>The live after the observation; null where the observation does not follow from it: a leftover of a live that was removed or restored.</returns>
    private static Live? Play(Live live, Observation observation)
    {
        var fields = JsonSerializer.SerializeToNode(live, RecordJson.Relaxed.Live)!.AsObject();
        foreach (var change in observation.Changes)
        {
            if (!JsonNode.DeepEquals(fields[change.Field], Value(change.Old)))
            {
                return null;
            }

            fields[change.Field] = Value(change.New);
        }

        return fields.Deserialize(RecordJson.Relaxed.Live)! with
        {
            Version = live.Version + 1,
            ObservedAt = observation.ObservedAt > live.ObservedAt ? observation.ObservedAt : live.ObservedAt,
        };
    }

    private static JsonNode? Value(string? json) => json is null ? null : JsonNode.Parse(json);
}
