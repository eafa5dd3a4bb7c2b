using MongoDB.Bson;
using MongoDB.Driver;

namespace LiveQuality.Crawler.Storage.Mongo;

/// <summary>The indexes of every collection; making one that is there costs nothing.</summary>
internal static class MongoIndexes
{
    public static async Task MakeAsync(IMongoDatabase database, CancellationToken cancellationToken)
    {
        foreach (var collection in Collections.All)
        {
            var indexes = collection == Collections.FrontierItems ? MongoFrontier.Indexes : Indexes(collection);
            if (indexes.Count > 0)
            {
                await database.GetCollection<BsonDocument>(collection.Name).Indexes.CreateManyAsync(indexes, cancellationToken);
            }
        }
    }

    // With the id behind it, one index serves the equality, the order by the field and then by id, and both directions.
    private static IReadOnlyList<CreateIndexModel<BsonDocument>> Indexes(Collection collection) =>
        [.. collection.IndexedFields.Select(field => new CreateIndexModel<BsonDocument>(new BsonDocument { { field, 1 }, { "_id", 1 } }))];
}
