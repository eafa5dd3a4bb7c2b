using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace LiveQuality.Crawler.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("livequality-").FullName;

    private string File => Path.Combine(_folder, "test.db");

    private protected override IRecordStore Connect() => new SqliteStore(File, Time);

    private protected override ValueTask RemoveAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Read_DamagedFile_IsAStoreExceptionThatNamesTheFile()
    {
        var path = Path.Combine(_folder, "damaged.db");
        await using (var whole = new SqliteStore(path, Time))
        {
            await whole.OpenAsync(Token);
            await whole.UpsertAsync(Collections.Lives, [.. Enumerable.Range(0, 500).Select(i => Live(i) with { Description = new string('讲', 300) })], Token);
        }

        await DamageAsync(path, "lives");
        await using var store = new SqliteStore(path, Time);
        await store.OpenAsync(Token);

        var errors = new[]
        {
            await Assert.ThrowsAsync<StoreException>(() => store.FindAsync(Collections.Lives, Key(1), Token)),
            await Assert.ThrowsAsync<StoreException>(async () => await store.ReadAsync(Collections.Lives, new Query<Live>(), Token).CountAsync(Token)),
            await Assert.ThrowsAsync<StoreException>(() => store.CommitAsync(new CrawlWrites { Lives = [Live(1)] }, Token)),
        };

        Assert.All(errors, e => Assert.Contains(path, e.Message, StringComparison.Ordinal));
        Assert.Equal(1, (await store.CommitAsync(new CrawlWrites { Speakers = [new Speaker { Id = "a", ObservedAt = Noon }] }, Token)).Speakers.Added);
    }

    [Fact]
    public async Task Read_DocumentThatIsNone_IsAStoreExceptionThatNamesTheFile()
    {
        Run("INSERT INTO lives (id, doc) VALUES ('x', '{\"subject\":\"no id\"}')");

        var found = await Assert.ThrowsAsync<StoreException>(() => Store.FindAsync(Collections.Lives, "x", Token));
        var read = await Assert.ThrowsAsync<StoreException>(() => ReadAsync(Collections.Lives));

        Assert.All([found, read], e => Assert.StartsWith($"the store {File} holds a document that cannot be read", e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_Twice_LeavesOneStoreThatCanBeRemoved()
    {
        var path = Path.Combine(_folder, "twice.db");
        await using (var store = new SqliteStore(path, Time))
        {
            await store.OpenAsync(Token);
            await store.OpenAsync(Token);
            await store.UpsertAsync(Collections.Lives, [Live()], Token);
        }

        // A writer that was left open would have kept its log.
        Assert.Equal([path], Directory.GetFiles(_folder, "twice*"));
    }

    /// <summary>The frontier's table as the version before this one made it.</summary>
    [Fact]
    public async Task Open_FileOfAnEarlierVersion_KeepsItsQueue()
    {
        var path = Path.Combine(_folder, "earlier.db");
        Run(
            """
            CREATE TABLE frontier (id TEXT NOT NULL PRIMARY KEY, doc TEXT NOT NULL) WITHOUT ROWID;
            ALTER TABLE frontier ADD COLUMN site GENERATED ALWAYS AS (doc ->> '$.site') VIRTUAL;
            ALTER TABLE frontier ADD COLUMN state GENERATED ALWAYS AS (doc ->> '$.state') VIRTUAL;
            ALTER TABLE frontier ADD COLUMN priority GENERATED ALWAYS AS (doc ->> '$.priority') VIRTUAL;
            ALTER TABLE frontier ADD COLUMN dueAt GENERATED ALWAYS AS (doc ->> '$.dueAt') VIRTUAL;
            ALTER TABLE frontier ADD COLUMN leasedUntil GENERATED ALWAYS AS (doc ->> '$.leasedUntil') VIRTUAL;
            CREATE INDEX frontier_next ON frontier (site, state, priority, dueAt, id);
            CREATE INDEX frontier_expired ON frontier (site, state, leasedUntil);
            INSERT INTO frontier (id, doc) VALUES
              ('w', '{"id":"w","site":"https://api.example","kind":"feed","priority":1,"dueAt":"2018-01-01T00:00:00+00:00","state":"waiting","fence":0,"attempts":0}'),
              ('l', '{"id":"l","site":"https://api.example","kind":"feed","priority":0,"dueAt":"2018-01-01T00:00:00+00:00","state":"leased","owner":"old","leasedUntil":"2018-01-02T00:00:00+00:00","fence":3,"attempts":1}');
            """,
            path);
        await using var store = new SqliteStore(path, Time);

        await store.OpenAsync(Token);
        await store.OpenAsync(Token);

        Assert.Equal(["old"], await store.Frontier.OwnersAsync(Site, Token));
        Assert.Equal([("l", 4L), ("w", 1L)], (await store.Frontier.LeaseAsync(Site, "me", 9, Lease, Token)).Select(i => (i.Id, i.Fence)));
    }

    [Theory]
    [InlineData(FrontierTable.NextPriority, "SEARCH frontier USING COVERING INDEX frontier_next (site=? AND state=? AND priority>?)")]
    [InlineData(FrontierTable.DueOfPriority, "SEARCH frontier USING INDEX frontier_next (site=? AND state=? AND priority=? AND dueAt<?)")]
    [InlineData(FrontierTable.RunOut, "SEARCH frontier USING INDEX frontier_leased (site=? AND leasedUntil<?)")]
    [InlineData(FrontierTable.LeasedBy, "SCAN frontier USING INDEX frontier_leased")]
    [InlineData(FrontierTable.Owners, "SEARCH frontier USING INDEX frontier_leased (site=?)")]
    [InlineData(FrontierTable.Counts, "SCAN frontier USING COVERING INDEX frontier_next")]
    [InlineData(FrontierTable.Ordered, "SEARCH frontier USING INDEX frontier_next (site=? AND state=?)")]
    public void Plan_OfAQuestionToALongQueue_IsARangeOfAnIndexAndSortsNoQueue(string query, string plan)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.Command($"EXPLAIN QUERY PLAN {query}");
        string[] names = ["$site", "$state", "$priority", "$above", "$now", "$count", "$owner", "$limit"];
        foreach (var name in names.Where(query.Contains))
        {
            command.Parameters.AddWithValue(name, 1);
        }

        var steps = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        Assert.Equal(plan, steps[0]);
        Assert.Equal(query == FrontierTable.RunOut || query == FrontierTable.Owners, steps.Exists(s => s.Contains("TEMP B-TREE", StringComparison.Ordinal)));
    }

    private void Run(string sql, string? path = null)
    {
        using var connection = new SqliteConnection($"Data Source={path ?? File};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }

    // The table's first page is overwritten, as a disk does that has lost a track.
    private static async Task DamageAsync(string path, string table)
    {
        long page;
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync(Token);
            page = (long)connection.Scalar("SELECT rootpage FROM sqlite_master WHERE name = $table", ("$table", table))!;
        }

        const int PageSize = 4096;
        await using var file = System.IO.File.OpenWrite(path);
        file.Position = (page - 1) * PageSize;
        await file.WriteAsync(Enumerable.Repeat((byte)0xAB, PageSize).ToArray(), Token);
    }

    [Fact]
    public async Task Compact_ReplacedText_IsNoLongerInTheFile()
    {
        // Old versions of personal data stay in free pages until then.
        await Store.UpsertAsync(Collections.Speakers, [new Speaker { Id = "s", ObservedAt = Noon, Name = new string('q', 6000) }], Token);
        await Store.UpsertAsync(Collections.Speakers, [new Speaker { Id = "s", ObservedAt = Noon.AddDays(1), Name = "short" }], Token);

        Assert.True(await Store.CompactAsync(Token) > 0);

        var bytes = await System.IO.File.ReadAllBytesAsync(File, Token);
        Assert.Equal(-1, bytes.AsSpan().IndexOf("qqqqqqqqqqqqqqqq"u8));
        Assert.Equal(0, new FileInfo($"{File}-wal").Length);
    }
}
