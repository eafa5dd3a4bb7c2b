using System.Text.Json;
using System.Text.Json.Nodes;
using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Storage;

/// <summary>Puts a new view of a record over the stored one. Both houses use this, so they cannot disagree.</summary>
internal static class RecordMerge
{
    /// <summary>The field that says since when something is gone.</summary>
    public const string Tombstone = "goneAt";

    /// <returns>The record to keep, and what changed in it; no changes when nothing but bookkeeping would.</returns>
    public static (T Record, IReadOnlyList<FieldChange> Changes) Merge<T>(Collection<T> collection, T stored, T incoming)
        where T : class, IRecord
    {
        var before = Write(collection, stored);
        var after = Write(collection, incoming);
        if (collection.Policy == MergePolicy.Merge)
        {
            var isOlder = IsOlder(incoming, stored);
            after = isOlder ? Overlay(after, before) : Overlay(before, after);
            if (!isOlder && IsSighting(incoming))
            {
                after.Remove(Tombstone);
            }
        }

        var changes = Compare(collection, before, after);
        return changes.Count == 0 ? (stored, changes) : (after.Deserialize(collection.Json)!, changes);
    }

    /// <summary>The next version of a live and the observation that says what changed.</summary>
    public static (Live Live, Observation Observation) Observe(Live stored, Live merged, IReadOnlyList<FieldChange> changes, DateTimeOffset observedAt)
    {
        var live = merged with { Version = stored.Version + 1 };
        return (live, new Observation { Id = $"{live.Id}:{live.Version}", LiveId = live.Id, ObservedAt = observedAt, Changes = changes });
    }

    // What was gone is back: a live wherever it is listed; a person only by an answer of their own, since lives still name those whose accounts are closed.
    private static bool IsSighting(IRecord incoming) => incoming is Live { GoneAt: null } or Speaker { GoneAt: null, FollowerCount: not null };

    private static bool IsOlder<T>(T incoming, T stored)
        where T : class, IRecord => incoming is IObserved now && stored is IObserved then && now.ObservedAt < then.ObservedAt;

    private static JsonObject Write<T>(Collection<T> collection, T record)
        where T : class, IRecord => JsonSerializer.SerializeToNode(record, collection.Json)!.AsObject();

    // Null is left out when records are written, so "absent never overwrites" is plain overlay.
    private static JsonObject Overlay(JsonObject below, JsonObject above)
    {
        var result = below.DeepClone().AsObject();
        foreach (var (name, value) in above)
        {
            result[name] = value?.DeepClone();
        }

        return result;
    }

    private static List<FieldChange> Compare<T>(Collection<T> collection, JsonObject before, JsonObject after)
        where T : class, IRecord
    {
        var changes = new List<FieldChange>();
        foreach (var name in before.Select(p => p.Key).Union(after.Select(p => p.Key)))
        {
            var old = before[name];
            var now = after[name];
            if (!collection.Bookkeeping.Contains(name) && !JsonNode.DeepEquals(old, now))
            {
                changes.Add(new FieldChange(name, Text(old), Text(now)));
            }
        }

        return changes;
    }

    private static string? Text(JsonNode? value) => value?.ToJsonString(RecordJson.Relaxed.Options);
}
