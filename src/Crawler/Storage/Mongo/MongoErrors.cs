using MongoDB.Bson;
using MongoDB.Driver;

namespace LiveQuality.Crawler.Storage.Mongo;

/// <summary>Turns what the driver throws into one line that names the database.</summary>
internal static class MongoErrors
{
    public static async Task<TResult> NamedAsync<TResult>(this MongoAddress address, Func<Task<TResult>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (IsExpected(e))
        {
            throw address.Named(e);
        }
    }

    /// <summary>Whether the database, the network or a document somebody else wrote can be the cause.</summary>
    public static bool IsExpected(Exception e) => e is MongoException or TimeoutException or BsonException or FormatException;

    public static StoreException Named(this MongoAddress address, Exception e) => e switch
    {
        MongoAuthenticationException => new($"{address.Display} refuses the user or password", e),
        MongoIncompatibleDriverException => new($"{address.Display} is too old: MongoDB 4.4 or newer is needed", e),
        // The driver's message lists the state of every server with stack traces.
        TimeoutException => new($"{address.Display} cannot be reached: no server answered in time", e) { IsAway = true },
        // The driver's own word for a server that it has just lost; and a set that is choosing another primary.
        MongoConnectionPoolPausedException or MongoNotPrimaryException or MongoNodeIsRecoveringException => new($"{address.Display} cannot be reached: the server is not there for now", e) { IsAway = true },
        MongoConnectionException => new($"{address.Display} cannot be reached: {OneLine(e.GetBaseException().Message)}", e) { IsAway = true },
        MongoBulkWriteException { WriteErrors: [var first, ..] } => new($"{address.Display} refused a write: {OneLine(first.Message)}", e),
        BsonException or FormatException => new($"{address.Display} holds a document that cannot be read or written: {OneLine(e.Message)}", e),
        _ => new($"{address.Display}: {OneLine(e.Message)}", e),
    };

    private static string OneLine(string message) => message.Split('\r', '\n')[0];
}
