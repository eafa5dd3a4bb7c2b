using LiveQuality.Crawler.Storage.Mongo;
using LiveQuality.Crawler.Storage.Sqlite;

namespace LiveQuality.Crawler.Storage;

/// <summary>From a store's address, as a person types it, to the store.</summary>
public static class StoreFactory
{
    /// <summary>How to write an address, for people.</summary>
    public const string Forms = "sqlite:PATH | mongodb://HOST[:PORT][/DATABASE]";

    private const string SqlitePrefix = "sqlite:";

    /// <summary>Whether a text has one of the <see cref="Forms"/>.</summary>
    public static bool IsAddress(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsMongo(text) || (text.StartsWith(SqlitePrefix, StringComparison.Ordinal) && text.Length > SqlitePrefix.Length);
    }

    /// <param name="address">One of <see cref="Forms"/>.</param>
    /// <param name="mustExist">Whether a missing file or database is an error (the latter told when the store is opened): right for commands that only read.</param>
    /// <param name="time">The store's clock.</param>
    /// <exception cref="StoreException">The address is none, or names a file that must exist and does not.</exception>
    public static IRecordStore Create(string address, bool mustExist, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (IsMongo(address))
        {
            return new MongoStore(address, mustExist, time);
        }

        if (!IsAddress(address))
        {
            // Not repeated: a mistyped address may hold a password.
            throw new StoreException($"a store's address must be {Forms}");
        }

        var path = address[SqlitePrefix.Length..];
        return mustExist && !File.Exists(path)
            ? throw new StoreException($"there is no store at {path} yet; `livequality run` makes one")
            : new SqliteStore(path, time);
    }

    private static bool IsMongo(string text) =>
        text.StartsWith("mongodb://", StringComparison.Ordinal) || text.StartsWith("mongodb+srv://", StringComparison.Ordinal);
}
