using LiveQuality.Crawler.Records;
using Microsoft.Data.Sqlite;

namespace LiveQuality.Crawler.Storage.Sqlite;

/// <summary>The one connection that writes, and the tables that it keeps prepared.</summary>
internal sealed class SqliteWriter(SqliteConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, IDisposable> _tables = new(StringComparer.Ordinal);

    public SqliteConnection Connection => connection;

    public DocumentTable<FrontierItem> Frontier => Table(Collections.FrontierItems, SqliteSchema.FrontierColumns);

    public DocumentTable<T> Table<T>(Collection<T> collection)
        where T : class, IRecord => Table(collection, []);

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _tables.Values)
        {
            table.Dispose();
        }

        // Idle connections keep the file open, and its WAL beside it.
        SqliteConnection.ClearPool(connection);
        await connection.DisposeAsync();
    }

    private DocumentTable<T> Table<T>(Collection<T> collection, IReadOnlyList<string> copied)
        where T : class, IRecord
    {
        if (!_tables.TryGetValue(collection.Name, out var table))
        {
            table = new DocumentTable<T>(connection, collection.Name, collection.Json, copied);
            _tables.Add(collection.Name, table);
        }

        return (DocumentTable<T>)table;
    }
}
