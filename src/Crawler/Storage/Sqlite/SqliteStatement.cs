using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LiveQuality.Crawler.Storage.Sqlite;

/// <summary>A prepared statement that takes and gives UTF-8 as it is: what runs sixty times a page is worth going below the driver's commands.</summary>
/// <remarks>For one thread at a time. What it gives is valid until <see cref="Reset"/>.</remarks>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <exception cref="SqliteException">The text is no SQL, or the file no database.</exception>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database);
    }

    /// <summary>The first column of the row, as UTF-8.</summary>
    public ReadOnlySpan<byte> Text => raw.sqlite3_column_blob(_statement, 0);

    /// <param name="index">From 1.</param>
    /// <param name="value">Copied.</param>
    public void Bind(int index, string value) => Check(raw.sqlite3_bind_text(_statement, index, value));

    /// <inheritdoc cref="Bind(int, string)"/>
    public void Bind(int index, ReadOnlySpan<byte> value) => Check(raw.sqlite3_bind_text(_statement, index, value));

    /// <returns>Whether there is a row.</returns>
    /// <exception cref="SqliteException">The file is damaged, or the disk is full.</exception>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            try
            {
                Check(code);
            }
            finally
            {
                Reset();
            }
        }

        return code == raw.SQLITE_ROW;
    }

    /// <summary>Makes it ready for the next values.</summary>
    public void Reset() => _ = raw.sqlite3_reset(_statement); // Says again what Step has said.

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }
}
