using LiveQuality.Crawler.Records;
using Microsoft.Data.Sqlite;

namespace LiveQuality.Crawler.Storage.Sqlite;

/// <summary>Tables: an id, the record as JSON, and a generated, indexed column for each field that can be asked for.</summary>
internal static class SqliteSchema
{
    /// <summary>Of everything, in the order in which it is handed out.</summary>
    public const string OrderIndex = "frontier_next";

    /// <summary>Of what is leased, which is little however long the queue is.</summary>
    public const string LeasedIndex = "frontier_leased";

    private const string Frontier = Collections.Frontier;

    /// <summary>Fields of the frontier's documents that are columns besides.</summary>
    public static IReadOnlyList<string> FrontierColumns { get; } = ["site", "state", "priority", "dueAt", "leasedUntil", "owner"];

    /// <summary>Makes what is missing, also in a file from an older version; what is there stays.</summary>
    public static void Make(SqliteConnection connection)
    {
        foreach (var collection in Collections.All.Where(c => c != Collections.FrontierItems))
        {
            Make(connection, collection);
        }

        MakeFrontier(connection);
    }

    private static void Make(SqliteConnection connection, Collection collection)
    {
        MakeTable(connection, collection.Name, collection.IndexedFields);
        foreach (var field in collection.IndexedFields)
        {
            connection.Execute($"CREATE INDEX IF NOT EXISTS {collection.Name}_{field} ON {collection.Name} ({field}, id)");
        }
    }

    // Copied, not generated: an index of generated columns covers no query (SQLite looks into the row all the same), and counting a million items must not
    // read a million documents. Files of an earlier version have generated ones.
    private static void MakeFrontier(SqliteConnection connection)
    {
        const string Before = $"{Frontier}_before";
        var isNew = Columns(connection, Frontier, generated: false).Count == 0;
        var isOld = Columns(connection, Frontier, generated: true).Count > 0;
        if (isOld)
        {
            connection.Execute($"ALTER TABLE {Frontier} RENAME TO {Before}");
        }

        if (isNew || isOld)
        {
            connection.Execute($"CREATE TABLE {Frontier} (id TEXT NOT NULL PRIMARY KEY, doc TEXT NOT NULL, {string.Join(", ", FrontierColumns)}) WITHOUT ROWID");
        }

        if (isOld)
        {
            connection.Execute($"""
                INSERT INTO {Frontier} SELECT id, doc, {string.Join(", ", FrontierColumns.Select(column => $"doc ->> '$.{column}'"))} FROM {Before};
                DROP TABLE {Before};
                """);
        }

        connection.Execute($"""
            CREATE INDEX IF NOT EXISTS {OrderIndex} ON {Frontier} (site, state, priority, dueAt, id);
            CREATE INDEX IF NOT EXISTS {LeasedIndex} ON {Frontier} (site, leasedUntil, owner) WHERE state = '{FrontierState.Leased}';
            """);
    }

    private static void MakeTable(SqliteConnection connection, string table, IEnumerable<string> columns)
    {
        connection.Execute($"CREATE TABLE IF NOT EXISTS {table} (id TEXT NOT NULL PRIMARY KEY, doc TEXT NOT NULL) WITHOUT ROWID");
        foreach (var column in columns.Except(Columns(connection, table, generated: true), StringComparer.Ordinal))
        {
            connection.Execute($"ALTER TABLE {table} ADD COLUMN {column} GENERATED ALWAYS AS (doc ->> '$.{column}') VIRTUAL");
        }
    }

    private static List<string> Columns(SqliteConnection connection, string table, bool generated)
    {
        using var command = connection.Command(
            "SELECT name FROM pragma_table_xinfo($table) WHERE (hidden > 0) = $generated", ("$table", table), ("$generated", generated));
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
