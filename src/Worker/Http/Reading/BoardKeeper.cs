using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>
/// Keeps the board as of the last run that ended. Every command and job that changes lives, speakers or scores is a run, so a look at the newest runs tells whether there is anything to read again; what somebody writes into the store
/// by other means is seen within ten minutes. Nobody who asks waits for a reading but the first: meanwhile, and while the store is away or cannot be read, the board before answers.
/// </summary>
internal sealed partial class BoardKeeper(ScoreBoardReader reader, IRecordStore store, StoreGate gate, TimeProvider time, ILogger<BoardKeeper> logger) : BackgroundService
{
    private const int LookedAt = 20;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // A reading that fails has mostly read the whole store before: every second again, it would take a core, and the database's time.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ReadAgain = TimeSpan.FromMinutes(10);

    // A small store is read by then; a large one has not begun before (`/health/startup`), and who asks it all the same is told to come again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILogger _logger = logger;
    private volatile KeptBoard? _kept;
    private volatile string? _problem;

    /// <summary>Whether there is a board.</summary>
    public bool IsRead => _kept is not null;

    /// <summary>Why the store could not be read when it was last tried; null where it could: the board is as new as it should be.</summary>
    public string? Problem => _problem;

    /// <summary>The board, and when it was read.</summary>
    /// <exception cref="StoreException">The store has not been read yet.</exception>
    public async ValueTask<KeptBoard> GetAsync(CancellationToken cancellationToken)
    {
        if (_kept is { } kept)
        {
            return kept;
        }

        try
        {
            await _first.Task.WaitAsync(Patience, time, cancellationToken);
            return _kept!;
        }
        catch (TimeoutException)
        {
            throw new StoreException(_problem ?? $"{store.Address} has not been read yet");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.WaitAsync(stoppingToken);
        var (runs, pause) = (string.Empty, Look);
        while (true)
        {
            try
            {
                var (newest, now) = (await NewestAsync(stoppingToken), time.GetUtcNow());
                if (newest != runs || _kept is not { } kept || now - kept.ReadAt > ReadAgain)
                {
                    _kept = new KeptBoard(await reader.LoadAsync(stoppingToken), now);
                    _first.TrySetResult();
                    // Looked at before the reading: a run that ended meanwhile is seen by the next look.
                    runs = newest;
                }

                (_problem, pause) = (null, Look);
            }
            catch (StoreException e)
            {
                // That the store is away the gate says, and waits; anything else would be said by nobody.
                if (!e.IsAway && e.Message != _problem)
                {
                    Log.NotRead(_logger, e.Message);
                }

                _problem = e.Message;
                await gate.WaitAsync(stoppingToken);
                pause = e.IsAway ? Look : Backoff.After(pause, LongestPause);
            }

            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private async Task<string> NewestAsync(CancellationToken cancellationToken) =>
        string.Join(' ', await store.ReadRunsAsync(LookedAt, cancellationToken).Select(run => $"{run.Id} {run.Outcome}").ToListAsync(cancellationToken));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "lives and scores cannot be read for lists: {Problem}; it is tried until they can")]
        public static partial void NotRead(ILogger logger, string problem);
    }
}
