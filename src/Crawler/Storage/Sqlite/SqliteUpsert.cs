using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Storage.Sqlite;

/// <summary>Records on their way into one table, inside a transaction.</summary>
internal static class SqliteUpsert
{
    public static UpsertCounts Run<T>(SqliteWriter writer, Collection<T> collection, IReadOnlyList<T> records)
        where T : class, IRecord
    {
        var table = writer.Table(collection);
        var counts = default(UpsertCounts);
        foreach (var record in records)
        {
            counts += Run(writer, table, collection, record);
        }

        return counts;
    }

    private static UpsertCounts Run<T>(SqliteWriter writer, DocumentTable<T> table, Collection<T> collection, T record)
        where T : class, IRecord
    {
        var stored = table.FindJson(record.Id);
        var incoming = table.Json(record);
        if (stored.IsEmpty)
        {
            table.Write(record.Id, incoming);
            return new UpsertCounts(1, 0, 0);
        }

        // Most of what a crawl meets is known, and seeing that in the bytes spares taking both apart.
        if (SameRecord.Says(collection, stored, incoming))
        {
            return new UpsertCounts(0, 0, 1);
        }

        var old = table.Read(stored);
        var (merged, changes) = RecordMerge.Merge(collection, old, record);
        if (changes.Count == 0)
        {
            return new UpsertCounts(0, 0, 1);
        }

        if (old is Live before && merged is Live after && record is Live seen)
        {
            var (live, observation) = RecordMerge.Observe(before, after, changes, seen.ObservedAt);
            writer.Table(Collections.Observations).Write(observation.Id, observation);
            merged = (T)(object)live;
        }

        table.Write(merged.Id, merged);
        return new UpsertCounts(0, 1, 0);
    }
}
