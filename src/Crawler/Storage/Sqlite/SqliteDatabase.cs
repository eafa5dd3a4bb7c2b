using System.Data;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Data.Sqlite;

namespace LiveQuality.Crawler.Storage.Sqlite;

/// <summary>One file: many readers, one writer at a time. Turns the driver's errors into one clear line.</summary>
internal sealed class SqliteDatabase(string path) : IAsyncDisposable
{
    private const int BusySeconds = 30;

    // A crawl writes all over the trees: with SQLite's 2 MiB it reads the same pages again and again, and with a checkpoint every 4 MiB of log it writes them
    // as often. These two save a tenth of the CPU of a first crawl's commits.
    private const int CacheKiB = 32 * 1024;
    private const int CheckpointPages = 4000;

    private readonly SemaphoreSlim _writing = new(1, 1);
    private SqliteWriter? _writer;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the folder of the store {Path} cannot be made: {e.Message}", e);
        }

        await GuardAsync(async () => _writer ??= new SqliteWriter(await ConnectAsync(cancellationToken)));
    }

    /// <summary>Runs <paramref name="work"/> in a transaction of its own; all of it is kept, or nothing.</summary>
    public async Task<TResult> WriteAsync<TResult>(Func<SqliteWriter, TResult> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await GuardAsync(async () =>
            {
                // Serializable takes the lock before anything is read, so that what was read is still true when it is written.
                await using var transaction = await Writer.Connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
                var result = work(Writer);
                cancellationToken.ThrowIfCancellationRequested();
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            });
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Runs statements that want no transaction around them, with nobody else of this process writing.</summary>
    public async Task MaintainAsync(string sql, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            // On a thread of its own: it takes as long as the file is large.
            await GuardAsync(() => Task.Run(() => Writer.Connection.Execute(sql), cancellationToken));
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Bytes of the file and of its log.</summary>
    public long Size() => new[] { Path, $"{Path}-wal" }.Select(file => new FileInfo(file)).Sum(file => file.Exists ? file.Length : 0);

    /// <summary>Runs <paramref name="work"/> on a connection for reading.</summary>
    public Task<TResult> ReadAsync<TResult>(Func<SqliteConnection, TResult> work, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await using var connection = await ConnectAsync(cancellationToken);
        return work(connection);
    });

    /// <summary>Streams the documents that a query gives, from one snapshot; its first column is the JSON.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        JsonTypeInfo<T> json, string sql, [EnumeratorCancellation] CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var connection = await GuardAsync(() => ConnectAsync(cancellationToken));
        await using var command = connection.Command(sql, parameters);
        await using var reader = await GuardAsync(() => command.ExecuteReaderAsync(cancellationToken));
        while (await GuardAsync(NextAsync) is (true, var document))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return document!;
        }

        async Task<(bool IsThere, T? Document)> NextAsync() =>
            await reader.ReadAsync(cancellationToken) ? (true, SqliteCommands.Document(reader, json)) : default;
    }

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }

        _writing.Dispose();
    }

    public async Task<TResult> GuardAsync<TResult>(Func<Task<TResult>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException e)
        {
            throw new StoreException($"the store {Path} failed: {e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new StoreException($"the store {Path} holds a document that cannot be read: {e.Message}", e);
        }
    }

    private SqliteWriter Writer => _writer ?? throw new InvalidOperationException($"{nameof(OpenAsync)} comes first");

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            DefaultTimeout = BusySeconds,
        }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            // WAL: readers never wait for the writer. FULL: what was answered survives a power cut, not only a crash.
            connection.Execute($"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-{CacheKiB}; PRAGMA wal_autocheckpoint={CheckpointPages};");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
