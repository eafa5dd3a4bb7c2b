using System.Diagnostics;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Tests;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Http.Reading;
using LiveQuality.Worker.Tests.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LiveQuality.Worker.Tests.Http.Reading;

/// <summary>What pages read, over a small store that can go away or hold a live that nobody can read; time stands still.</summary>
internal sealed class ReadingWorld : IAsyncDisposable
{
    public const string LiveId = "900000000000000012";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private int _passed;

    private ReadingWorld()
    {
        Store = new AwayStore(new SqliteStore(_folder.PathOf("data.db"), TimeProvider.System));
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddLogging()
            .AddLiveQuality(new WorkerSettings($"sqlite:{_folder.PathOf("data.db")}", StoreMustExist: false, Json: false, null, null, null, null))
            .AddSingleton<StoreGate>()
            .AddReading()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IRecordStore>(Store)
            .BuildServiceProvider();
    }

    public PauseClock Time { get; } = new();

    public AwayStore Store { get; }

    public BoardKeeper Board => _services.GetRequiredService<BoardKeeper>();

    public TodayReader Today => _services.GetRequiredService<TodayReader>();

    /// <summary>With one live, and a crawl that failed.</summary>
    public static async Task<ReadingWorld> CreateAsync(CancellationToken cancellationToken)
    {
        var world = new ReadingWorld();
        await world.Store.OpenAsync(cancellationToken);
        await world.Store.UpsertAsync(Collections.Lives, [new Live { Id = LiveId, ObservedAt = world.Time.GetUtcNow(), Subject = "如何读一本书" }], cancellationToken);
        var crawl = new Run
        {
            Id = "20260301T110000.000Z-crawl-1",
            Command = RunCommands.Crawl,
            Trigger = RunTriggers.Command,
            StartedAt = world.Time.GetUtcNow().AddHours(-1),
            EndedAt = world.Time.GetUtcNow(),
            Inputs = new Dictionary<string, string>(),
            Counts = new Dictionary<string, long>(),
            Outcome = RunOutcomes.Failed,
            Error = "the site refused",
        };
        await world.Store.UpsertAsync(Collections.Runs, [crawl], cancellationToken);
        return world;
    }

    /// <summary>Makes the live one that cannot be read, or heals it.</summary>
    public async Task BreakAsync(bool isBroken, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={_folder.PathOf("data.db")};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE lives SET doc = json_set(doc, '$.observedAt', '{(isBroken ? "yesterday" : "2026-03-01T12:00:00Z")}')";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Waits until something has come about.</summary>
    private static async Task UntilAsync(Func<bool> hasCome, CancellationToken cancellationToken)
    {
        for (var clock = Stopwatch.StartNew(); !hasCome(); await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken))
        {
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException("it did not come to that");
            }
        }
    }

    /// <summary>Lets the keeper of the board begin so many pauses more, each after the one before has passed. Its first it begins by itself, perhaps before anybody asks.</summary>
    /// <returns>How long each is.</returns>
    public async Task<IReadOnlyList<TimeSpan>> PassAsync(int pauses, CancellationToken cancellationToken)
    {
        var before = _passed;
        for (_passed += pauses; Time.Pauses.Count < _passed;)
        {
            var begun = Time.Pauses;
            if (begun.Count > 0)
            {
                Time.Advance(begun[^1]);
            }

            await UntilAsync(() => Time.Pauses.Count > begun.Count, cancellationToken);
        }

        return [.. Time.Pauses.Skip(before).Take(pauses)];
    }

    /// <summary>Lets more time pass than the keeper wanted to wait, until it waits again.</summary>
    public async Task PassAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        Time.Advance(span);
        await UntilAsync(() => Time.Pauses.Count > _passed, cancellationToken);
        _passed++;
    }

    public async ValueTask DisposeAsync()
    {
        await Board.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        _folder.Dispose();
    }
}
