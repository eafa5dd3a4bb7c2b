using System.Diagnostics;
using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Worker.Steps.Scores;
using Microsoft.Data.Sqlite;

namespace LiveQuality.Benchmarks;

/// <summary>The board of 100,000 lives: how long it takes to load, what it weighs, and what a page of it costs, beside the same page by SQLite's own query on the same file.</summary>
internal static class BoardThroughput
{
    private const int PageSize = 50;
    private const string Text = "读书";

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("livequality-board-");
        try
        {
            var file = Path.Combine(folder.FullName, "board.db");
            await using var store = new SqliteStore(file, TimeProvider.System);
            await store.OpenAsync(CancellationToken.None);
            await InventedLives.FillAsync(store);
            var board = await LoadAsync(store);
            await ComparePagesAsync(board, store, file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<ScoreBoard> LoadAsync(SqliteStore store)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        using var loaded = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!loaded.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
        });
        var clock = Stopwatch.StartNew();
        var board = await new ScoreBoardReader(store).LoadAsync(CancellationToken.None);
        var took = clock.Elapsed;
        await loaded.CancelAsync();
        await watch;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        clock.Restart();
        await foreach (var live in store.ReadAsync(Collections.Lives, new Query<Live>(), CancellationToken.None))
        {
            GC.KeepAlive(live);
        }

        await foreach (var score in store.ReadAsync(Collections.Scores, new Query<Score>(), CancellationToken.None))
        {
            GC.KeepAlive(score);
        }

        Say($"load                  {took.TotalSeconds:0.00} s of {board.Rows.Count:N0} lives; peer: reading the records alone {clock.Elapsed.TotalSeconds:0.00} s, ratio {took / clock.Elapsed:0.00}");
        Say($"managed memory        {bytes / 1e6:0.0} MB, {(double)bytes / board.Rows.Count:0} bytes a live; while loading at most {(peak - before) / 1e6:0.0} MB");
        return board;
    }

    private static async Task ComparePagesAsync(ScoreBoard board, SqliteStore store, string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        await connection.OpenAsync();
        var first = new LiveQuery { ScoredOnly = true, Limit = PageSize };
        await CompareAsync("first page", board, first, () => OldPageAsync(store));
        await CompareAsync("tag and score", board, first with { Tag = "107", MinScore = 4.5 }, () => QueryAsync(
            connection,
            """
            SELECT s.doc, l.doc FROM scores s JOIN lives l ON l.id = s.id
            WHERE s.value >= 4.5 AND EXISTS (SELECT 1 FROM json_each(l.doc, '$.tags') t WHERE t.value ->> '$.id' = 107)
            ORDER BY s.value DESC, s.id DESC LIMIT 50
            """));
        await CompareAsync("price and time", board, first with { MinPrice = 1000, MaxPrice = 4000, From = InventedLives.Start.AddDays(100), To = InventedLives.Start.AddDays(500), Sort = new LiveOrder(LiveSort.Reviews, Descending: true) }, () => QueryAsync(
            connection,
            """
            SELECT s.doc, l.doc FROM lives l JOIN scores s ON l.id = s.id
            WHERE l.doc ->> '$.amountFen' BETWEEN 1000 AND 4000 AND l.doc ->> '$.startsAt' >= '2016-08-09' AND l.doc ->> '$.startsAt' < '2017-09-13'
            ORDER BY l.doc ->> '$.reviewCount' DESC, l.id DESC LIMIT 50
            """));
        await CompareAsync("text", board, first with { Text = Text }, () => QueryAsync(connection, TextQuery(Text)));
        await CompareAsync("text in few", board, first with { Text = "python三步python" }, () => QueryAsync(connection, TextQuery("python三步python")));
        await CompareAsync("deep page", board, first with { Cursor = Middle(board) }, () => OldPageAsync(store));
    }

    private static string TextQuery(string text) =>
        $"""
        SELECT s.doc, l.doc FROM scores s JOIN lives l ON l.id = s.id JOIN speakers p ON p.id = l.doc ->> '$.speakerId'
        WHERE l.doc ->> '$.subject' LIKE '%{text}%' OR p.doc ->> '$.name' LIKE '%{text}%'
        ORDER BY s.value DESC, s.id DESC LIMIT 50
        """;

    private static LiveCursor Middle(ScoreBoard board) =>
        LiveCursor.Find(board.Read(new LiveQuery { ScoredOnly = true, Limit = InventedLives.Count / 2 }).NextCursor!)!;

    private static async Task CompareAsync(string name, ScoreBoard board, LiveQuery query, Func<Task<int>> peer)
    {
        var total = board.Read(query).Total;
        var (repeats, clock) = (0, Stopwatch.StartNew());
        var best = double.PositiveInfinity;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (; clock.Elapsed < TimeSpan.FromSeconds(2); repeats++)
        {
            var start = Stopwatch.GetTimestamp();
            // Its rows are made when somebody looks at them.
            _ = board.Read(query).Items.ToList();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        var mean = clock.Elapsed.TotalMicroseconds / repeats;
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / repeats;
        var peerBest = double.PositiveInfinity;
        for (var repeat = 0; repeat < 5; repeat++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = await peer();
            peerBest = Math.Min(peerBest, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        Say($"{name,-20}  best {best,8:0} µs, mean {mean,8:0} µs, {allocated / 1024.0:0} KiB, of {total,7:N0} lives; SQLite {peerBest,9:0} µs, ratio {peerBest / best:0}");
    }

    // As scores were read before there was a board.
    private static async Task<int> OldPageAsync(SqliteStore store)
    {
        var query = new Query<Score> { OrderBy = Collections.ScoresByValue, Descending = true, Limit = PageSize };
        var count = 0;
        await foreach (var score in store.ReadAsync(Collections.Scores, query, CancellationToken.None))
        {
            var live = await store.FindAsync(Collections.Lives, score.Id, CancellationToken.None);
            _ = await store.FindAsync(Collections.Speakers, live!.SpeakerId!, CancellationToken.None);
            count++;
        }

        return count;
    }

    private static async Task<int> QueryAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var count = 0;
        while (await reader.ReadAsync())
        {
            _ = (reader.GetString(0), reader.GetString(1));
            count++;
        }

        return count;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
