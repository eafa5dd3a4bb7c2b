using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Tests;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Jobs;
using LiveQuality.Worker.Jobs.Notices;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LiveQuality.Worker.Tests.Jobs;

/// <summary>A store with what ran before, and the parts of the schedule that need no Quartz.</summary>
internal sealed class JobWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly StoreGate _gate;

    private JobWorld()
    {
        Store = new AwayStore(new SqliteStore(_folder.PathOf("jobs.db"), Time));
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time).AddSingleton<IRecordStore>(Store).AddMetrics().AddSingleton<RunMetrics>().AddSingleton(_ => Chain!).AddScoped<RunOrigin>().AddScoped<RunJournal>()
            .BuildServiceProvider();
        var options = Options.Create(Schedule);
        Chain = new JobChain(Store, new ModelRegistry(Store, Time), new FieldGate(Store), options);
        _gate = new StoreGate(Store, Time, NullLogger<StoreGate>.Instance);
        var starter = new JobStarter(Scheduler, options, Time);
        Runner = new JobRunner(
            _services.GetRequiredService<IServiceScopeFactory>(), Store, _gate, new NoticeBoard(Store, Time), new DeadRuns(Store, Time), Chain, starter, options, Time, NullLogger<JobRunner>.Instance);
        AtStart = new JobsAtStart(Store, new DeadRuns(Store, Time), Chain, starter, options, Time, NullLogger<JobsAtStart>.Instance);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    public AwayStore Store { get; }

    public ScheduleOptions Schedule { get; } = new();

    /// <summary>Empty, unless a test puts a scheduler into it.</summary>
    public RunningScheduler Scheduler { get; } = new();

    public JobChain Chain { get; }

    public JobsAtStart AtStart { get; }

    public JobRunner Runner { get; }

    public static async Task<JobWorld> CreateAsync()
    {
        var world = new JobWorld();
        await world.Store.OpenAsync(CancellationToken.None);
        return world;
    }

    /// <summary>Adds a run that began a minute after the last one and took half of that; one that scored did so by the model <c>model</c>.</summary>
    public Task<Run> RanAsync(string command, string outcome, params (string Name, long Count)[] counts) =>
        RanAsync(command, outcome, run => run with { Counts = counts.ToDictionary(count => count.Name, count => count.Count) });

    /// <inheritdoc cref="RanAsync(string, string, ValueTuple{string, long}[])"/>
    public async Task<Run> RanAsync(string command, string outcome, Func<Run, Run> change)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var start = Time.GetUtcNow();
        var run = new Run
        {
            Id = $"{start:yyyyMMdd'T'HHmmss.fff'Z'}-{command}-1",
            Command = command,
            Trigger = RunTriggers.Schedule,
            StartedAt = start,
            EndedAt = outcome is RunOutcomes.Running or RunOutcomes.Died ? null : start.AddSeconds(30),
            Inputs = command == "score" ? new Dictionary<string, string> { ["model"] = "model" } : [],
            Counts = new Dictionary<string, long>(),
            Outcome = outcome,
        };
        run = change(run);
        await Store.UpsertAsync(Collections.Runs, [run], CancellationToken.None);
        return run;
    }

    public Task AddModelAsync(bool isChampion, string id = "model") => Store.UpsertAsync(
        Collections.Models,
        [new ModelRecord { Id = id, Kind = "k", CreatedAt = Time.GetUtcNow(), Manifest = "{}", Weights = [1], WeightsSha256 = "x", PromotedAt = isChampion ? Time.GetUtcNow() : null }],
        CancellationToken.None);

    public Task<List<Run>> RunsAsync() => Store.ReadAsync(Collections.Runs, new Query<Run>(), CancellationToken.None).ToListAsync().AsTask();

    /// <summary>Lets the pauses between two questions to the store pass as fast as this loop turns.</summary>
    public async Task AdvanceUntilAsync(Func<bool> isTrue, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        while (!isTrue())
        {
            deadline.Token.ThrowIfCancellationRequested();
            Time.Advance(TimeSpan.FromSeconds(15));
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Dispose();
        await _services.DisposeAsync();
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}
