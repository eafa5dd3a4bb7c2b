using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Data.Sqlite;

namespace LiveQuality.Crawler.Storage.Sqlite;

/// <summary>Documents of one table by their keys, for the writer: statements and buffers are made once and used again.</summary>
/// <typeparam name="T">The document.</typeparam>
/// <param name="connection">The writer's.</param>
/// <param name="table">Name of the table.</param>
/// <param name="json">How the document is written.</param>
/// <param name="copied">Columns that take a field of the document as it is written.</param>
internal sealed class DocumentTable<T>(SqliteConnection connection, string table, JsonTypeInfo<T> json, IReadOnlyList<string> copied) : IDisposable
{
    private readonly SqliteStatement _find = new(connection, $"SELECT doc FROM {table} WHERE id = ?1");
    private readonly SqliteStatement _write = new(connection, $"""
        INSERT INTO {table} (id, doc{string.Concat(copied.Select(c => $", {c}"))}) VALUES (?1, ?2{string.Concat(copied.Select(c => $", ?2 ->> '$.{c}'"))})
        ON CONFLICT (id) DO UPDATE SET doc = excluded.doc{string.Concat(copied.Select(c => $", {c} = excluded.{c}"))}
        """);

    private readonly ArrayBufferWriter<byte> _found = new();
    private readonly ArrayBufferWriter<byte> _written = new();

    // The encoder of the serializer's options does not reach a writer of our own; the documents must be the same by every way.
    private readonly Utf8JsonWriter _writer = new(
        Stream.Null, new JsonWriterOptions { Encoder = json.Options.Encoder ?? JavaScriptEncoder.Default, SkipValidation = true });

    /// <summary>A document as JSON; valid until the next call. Empty where there is none.</summary>
    public ReadOnlySpan<byte> FindJson(string id)
    {
        _found.ResetWrittenCount();
        _find.Bind(1, id);
        if (_find.Step())
        {
            _found.Write(_find.Text);
        }

        // At once: a statement in the middle of a row would hold the snapshot past the end of the transaction.
        _find.Reset();
        return _found.WrittenSpan;
    }

    /// <summary>A document, or null.</summary>
    public T? Find(string id) => FindJson(id) is { IsEmpty: false } found ? Read(found) : default;

    /// <summary>From JSON to the document.</summary>
    public T Read(ReadOnlySpan<byte> document) => JsonSerializer.Deserialize(document, json)!;

    /// <summary>The document as JSON; valid until the next call of this.</summary>
    public ReadOnlySpan<byte> Json(T document)
    {
        _written.ResetWrittenCount();
        _writer.Reset(_written);
        JsonSerializer.Serialize(_writer, document, json);
        _writer.Flush();
        return _written.WrittenSpan;
    }

    /// <summary>Writes a document, over the one with its key where there is one.</summary>
    public void Write(string id, T document) => Write(id, Json(document));

    /// <inheritdoc cref="Write(string, T)"/>
    public void Write(string id, ReadOnlySpan<byte> document)
    {
        _write.Bind(1, id);
        _write.Bind(2, document);
        _write.Step();
        _write.Reset();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _find.Dispose();
        _write.Dispose();
        _writer.Dispose();
    }
}
