using BenchmarkDotNet.Attributes;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace LiveQuality.Benchmarks;

/// <summary>
/// Taking up a queue of a million addresses, half of them due later: open the file and lease the first 64. The peer is the driver alone on the same file: open,
/// one query by the same index, one update by key each, one transaction. Target: under 2 s. Counting the queue is measured besides.
/// </summary>
[SimpleJob(warmupCount: 1, iterationCount: 5, invocationCount: 1)]
public class FrontierBenchmark
{
    private const int Items = 1_000_000;
    private const int Batch = 64;
    private const string Site = "https://api.zhihu.com";

    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(50);

    private readonly string _folder = Directory.CreateTempSubdirectory("livequality-benchmark-").FullName;
    private readonly FixedTime _time = new();

    private string FilePath => Path.Combine(_folder, "frontier.db");

    [GlobalSetup]
    public async Task FillAsync()
    {
        await using var store = new SqliteStore(FilePath, _time);
        await store.OpenAsync(CancellationToken.None);
        foreach (var chunk in Enumerable.Range(0, Items).Select(Create).Chunk(10_000))
        {
            await store.Frontier.AddAsync(chunk, CancellationToken.None);
        }
    }

    [GlobalCleanup]
    public void RemoveFolder()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Baseline = true, Description = "Microsoft.Data.Sqlite alone")]
    public int Driver()
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var find = connection.CreateCommand();
        find.CommandText = "SELECT id, doc FROM frontier WHERE site = $site AND state = 'waiting' AND priority = 0 AND dueAt <= $now ORDER BY dueAt, id LIMIT $count";
        find.Parameters.AddWithValue("$site", Site);
        find.Parameters.AddWithValue("$now", SqliteCommands.Text(Now));
        find.Parameters.AddWithValue("$count", Batch);
        var found = new List<(string Id, string Document)>();
        using (var reader = find.ExecuteReader())
        {
            while (reader.Read())
            {
                found.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        using var update = connection.CreateCommand();
        update.CommandText = "UPDATE frontier SET doc = $doc WHERE id = $id";
        var id = update.Parameters.Add("$id", SqliteType.Text);
        var document = update.Parameters.Add("$doc", SqliteType.Text);
        foreach (var item in found)
        {
            (id.Value, document.Value) = item;
            update.ExecuteNonQuery();
        }

        transaction.Commit();
        return found.Count;
    }

    [Benchmark(Description = "SqliteStore, open and first lease")]
    public async Task<int> OpenAndLease()
    {
        await using var store = new SqliteStore(FilePath, _time);
        await store.OpenAsync(CancellationToken.None);
        return (await store.Frontier.LeaseAsync(Site, "me", Batch, TimeSpan.FromMinutes(5), CancellationToken.None)).Count;
    }

    [Benchmark(Description = "SqliteStore, count the queue")]
    public async Task<long> Count()
    {
        await using var store = new SqliteStore(FilePath, _time);
        await store.OpenAsync(CancellationToken.None);
        return (await store.Frontier.CountAsync(Site, CancellationToken.None)).Later;
    }

    private static FrontierItem Create(int number) => new()
    {
        Id = $"{Site}/lives/{700_000_000_000_000_000 + number}/reviews?limit=10&offset=0",
        Site = Site,
        Kind = "reviews",
        Priority = number % 3,
        DueAt = Now.AddSeconds(number % 2 == 0 ? -number : number),
    };

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
