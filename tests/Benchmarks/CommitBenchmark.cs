using BenchmarkDotNet.Attributes;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace LiveQuality.Benchmarks;

/// <summary>
/// What a first crawl commits: 1,000 feed pages, each of 10 new lives of about 3 KB, 10 speakers and portraits, most of them known, 20 addresses for later and one
/// outcome; <see cref="Pages"/> of them a transaction. Target: 500 pages a second, so at most 2 s here.
/// </summary>
[SimpleJob(warmupCount: 1, iterationCount: 5, invocationCount: 1)]
public class CommitBenchmark
{
    private const int AllPages = 1000;
    private const int LivesOfPage = 10;
    private const int Speakers = 2000;
    private const string Site = "https://api.zhihu.com";

    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch.AddYears(48);

    private string _folder = string.Empty;

    /// <summary>Pages in one transaction: each transaction waits for the disk once.</summary>
    [Params(1, 8)]
    public int Pages { get; set; }

    [IterationSetup]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("livequality-benchmark-").FullName;

    [IterationCleanup]
    public void RemoveFolder()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Description = "SqliteStore, first crawl")]
    public async Task<int> Commit()
    {
        await using var store = new SqliteStore(Path.Combine(_folder, "store.db"), TimeProvider.System);
        await store.OpenAsync(CancellationToken.None);
        var queued = 0;
        foreach (var pages in Enumerable.Range(0, AllPages).Chunk(Pages))
        {
            queued += (await store.CommitAsync(Create(pages), CancellationToken.None)).Queued;
        }

        return queued;
    }

    private static CrawlWrites Create(int[] pages)
    {
        var lives = pages.SelectMany(page => Enumerable.Range(page * LivesOfPage, LivesOfPage)).ToList();
        return new CrawlWrites
        {
            Lives = lives.ConvertAll(SqliteUpsertBenchmark.Create),
            Speakers = lives.ConvertAll(live => new Speaker
            {
                Id = $"{live * 7919 % Speakers:x32}",
                ObservedAt = Start.AddSeconds(live),
                Name = "讲者",
                Headline = "一个做了很多年的人",
                Description = new string('我', 60),
                UserType = "people",
            }),
            Portraits = lives.ConvertAll(live => new Portrait
            {
                Id = $"v2-{live * 7919 % Speakers:x32}",
                ObservedAt = Start.AddSeconds(live),
                Url = $"https://pic.example/{live * 7919 % Speakers:x32}.jpg",
            }),
            Next = lives.ConvertAll(live => Item("reviews", $"lives/{700_000_000_000_000_000 + live}/reviews?limit=10&offset=0"))
                .Concat(lives.ConvertAll(live => Item("speaker", $"people/{live * 7919 % Speakers:x32}"))).ToList(),
            Done = [.. pages.Select(page => Item("feed", $"lives?limit=10&offset={page * LivesOfPage}") with { State = FrontierState.Done, Outcome = "fetched" })],
        };
    }

    private static FrontierItem Item(string kind, string path) => new() { Id = $"{Site}/{path}", Site = Site, Kind = kind, Priority = 1, DueAt = Start };
}
