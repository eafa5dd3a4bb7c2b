using MongoDB.Driver;

namespace LiveQuality.Crawler.Storage.Mongo;

/// <summary>Bulk writes each of which is guarded by what was read before.</summary>
internal static class GuardedWrites
{
    /// <summary>
    /// Writes, in any order. Each write that comes too late is made to meet a duplicate key, since that is what the server reports write by write (an update
    /// that matches nothing is only missing from a sum).
    /// </summary>
    /// <returns>The writes, by their place, whose document somebody else wrote meanwhile.</returns>
    public static async Task<HashSet<int>> WriteGuardedAsync<T>(this IMongoCollection<T> documents, IReadOnlyList<WriteModel<T>> writes)
    {
        try
        {
            if (writes.Count > 0)
            {
                await documents.BulkWriteAsync(writes, new BulkWriteOptions { IsOrdered = false }, CancellationToken.None);
            }

            return [];
        }
        catch (MongoBulkWriteException<T> e)
            when (e.WriteConcernError is null && e.WriteErrors.All(w => w.Category == ServerErrorCategory.DuplicateKey))
        {
            return [.. e.WriteErrors.Select(w => w.Index)];
        }
    }
}
