using LiveQuality.Crawler.Records;
using MongoDB.Bson;
using MongoDB.Driver;

namespace LiveQuality.Crawler.Storage.Mongo;

/// <summary>The indexes of every collection; making one that is there costs nothing.</summary>
internal static class MongoIndexes
{
    public static async Task MakeAsync(IMongoDatabase database, CancellationToken cancellationToken)
    {
        await MakeAsync(database, Collections.Lives, cancellationToken);
        await MakeAsync(database, Collections.Observations, cancellationToken);
        await MakeAsync(database, Collections.Speakers, cancellationToken);
        await MakeAsync(database, Collections.Reviews, cancellationToken);
        await MakeAsync(database, Collections.Portraits, cancellationToken);
        await MakeAsync(database, Collections.Hosts, cancellationToken);
        await MakeAsync(database, Collections.Quarantine, cancellationToken);
        await MakeAsync(database, Collections.Models, cancellationToken);
        await MakeAsync(database, Collections.Scores, cancellationToken);
        await MakeAsync(database, Collections.Runs, cancellationToken);
        await database.GetCollection<BsonDocument>(Collections.Frontier).Indexes.CreateManyAsync(MongoFrontier.Indexes, cancellationToken);
    }

    // With the id behind it, one index serves the equality, the order by the field and then by id, and both directions.
    private static Task MakeAsync<T>(IMongoDatabase database, Collection<T> collection, CancellationToken cancellationToken)
        where T : class, IRecord =>
        MakeAsync(database, collection.Name, [.. collection.Indexes.Select(f => new BsonDocument { { f.Name, 1 }, { "_id", 1 } })], cancellationToken);

    private static Task MakeAsync(IMongoDatabase database, string name, IReadOnlyList<BsonDocument> keys, CancellationToken cancellationToken) =>
        keys.Count == 0
            ? Task.CompletedTask
            : database.GetCollection<BsonDocument>(name).Indexes.CreateManyAsync(keys.Select(k => new CreateIndexModel<BsonDocument>(k)), cancellationToken);
}
