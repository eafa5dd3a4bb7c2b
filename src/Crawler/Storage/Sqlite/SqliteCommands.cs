using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Data.Sqlite;

namespace LiveQuality.Crawler.Storage.Sqlite;

/// <summary>The few shapes of command that the house needs.</summary>
[SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "Names come from Collections, values go in as parameters.")]
internal static class SqliteCommands
{
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    public static int Execute(this SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row; null where there is none.</summary>
    public static object? Scalar(this SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>Reads documents; the query's first column is the JSON.</summary>
    public static List<T> Documents<T>(this SqliteConnection connection, JsonTypeInfo<T> json, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var documents = new List<T>();
        while (reader.Read())
        {
            documents.Add(Document(reader, json));
        }

        return documents;
    }

    public static T Document<T>(SqliteDataReader reader, JsonTypeInfo<T> json) => JsonSerializer.Deserialize(reader.GetString(0), json)!;

    /// <summary>Documents with these ids.</summary>
    public static List<T> Documents<T>(this SqliteConnection connection, JsonTypeInfo<T> json, string table, IEnumerable<string> ids) =>
        connection.Documents(json, $"SELECT doc FROM {table} WHERE id IN (SELECT value FROM json_each($ids))", ("$ids", JsonArray(ids)));

    /// <summary>As documents hold it: sorts as text while everything is UTC.</summary>
    public static string Text(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    private static string JsonArray(IEnumerable<string> ids)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var id in ids)
            {
                writer.WriteStringValue(id);
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
