using System.Text.Json;
using BenchmarkDotNet.Attributes;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace LiveQuality.Benchmarks;

/// <summary>
/// Lives into an empty SQLite file, in batches of 500, each durable before the next. The peer is the driver alone: the same JSON through one prepared
/// INSERT a batch's transaction, with no look at what is there, no merge and no index. Target: 5,000 lives a second, so at most 1 s here.
/// </summary>
[SimpleJob(warmupCount: 1, iterationCount: 5)]
public class SqliteUpsertBenchmark
{
    private const int Lives = 5000;
    private const int Batch = 500;

    private readonly Live[] _lives = [.. Enumerable.Range(0, Lives).Select(Create)];
    private string _folder = string.Empty;

    [IterationSetup]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("livequality-benchmark-").FullName;

    [IterationCleanup]
    public void RemoveFolder()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Baseline = true, Description = "Microsoft.Data.Sqlite alone")]
    public void Driver()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "driver.db")}");
        connection.Open();
        using var schema = connection.CreateCommand();
        schema.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE lives (id TEXT PRIMARY KEY, doc TEXT NOT NULL) WITHOUT ROWID";
        schema.ExecuteNonQuery();
        foreach (var batch in _lives.Chunk(Batch))
        {
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO lives (id, doc) VALUES ($id, $doc)";
            var id = insert.Parameters.Add("$id", SqliteType.Text);
            var doc = insert.Parameters.Add("$doc", SqliteType.Text);
            foreach (var live in batch)
            {
                id.Value = live.Id;
                doc.Value = JsonSerializer.Serialize(live, RecordJson.Relaxed.Live);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    [Benchmark(Description = "SqliteStore, new lives")]
    public async Task<UpsertCounts> Store()
    {
        await using var store = new SqliteStore(Path.Combine(_folder, "store.db"), TimeProvider.System);
        await store.OpenAsync(CancellationToken.None);
        var counts = default(UpsertCounts);
        foreach (var batch in _lives.Chunk(Batch))
        {
            counts += await store.UpsertAsync(Collections.Lives, batch, CancellationToken.None);
        }

        return counts;
    }

    // About 3 KB of JSON, as a crawled live has.
    internal static Live Create(int number) => new()
    {
        Id = $"{700_000_000_000_000_000 + number}",
        ObservedAt = DateTimeOffset.UnixEpoch.AddYears(48),
        Subject = $"第 {number} 场",
        Description = new string('讲', 600),
        Outline = new string('点', 300),
        SpeakerId = $"{number % 2000:x32}",
        Tags = [new Tag(303, "教育")],
        Status = "ended",
        CreatedAt = DateTimeOffset.UnixEpoch.AddSeconds(1_500_000_000 + number),
        StartsAt = DateTimeOffset.UnixEpoch.AddSeconds(1_500_600_000 + number),
        DurationSeconds = 3600,
        SeatsTaken = number,
        SeatsMax = 500,
        AmountFen = 999,
        OriginalPriceFen = 1999,
        LikedNum = number,
        ReviewCount = number % 100,
        ReviewScore = 4.5,
    };
}
