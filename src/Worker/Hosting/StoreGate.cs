using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Hosting;

/// <summary>Whether the store can be worked with. Opens it when it first answers: a service outlives its database, and starts before it.</summary>
internal sealed partial class StoreGate(IRecordStore store, TimeProvider time, ILogger<StoreGate> logger) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly ILogger _logger = logger;
    private string? _lastProblem;
    private bool _wasAway;

    /// <summary>Whether it has ever answered.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Why it did not answer when it was last asked; null where it did, or was not asked yet.</summary>
    public string? Problem => _lastProblem;

    /// <summary>Asks for something that is stored.</summary>
    /// <returns>One line where it fails; null where the store answers.</returns>
    public async Task<string?> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            await OpenAsync(cancellationToken);
            await foreach (var _ in store.ReadAsync(Collections.Runs, new Query<Run> { Descending = true, Limit = 1 }, cancellationToken))
            {
                // That it can be read is the answer.
            }

            Note(problem: null, isAway: false);
            return null;
        }
        catch (StoreException e)
        {
            Note(e.Message, e.IsAway);
            return e.Message;
        }
    }

    /// <summary>Returns when the store answers.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; await AskAsync(cancellationToken) is not null; pause = Backoff.After(pause, LongestPause))
        {
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    public void Dispose() => _opening.Dispose();

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (IsOpen)
        {
            return;
        }

        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (!IsOpen)
            {
                await store.OpenAsync(cancellationToken);
                IsOpen = true;
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    // Once a change, however many ask, and in however many words the driver says that nobody answers.
    private void Note(string? problem, bool isAway)
    {
        var before = Interlocked.Exchange(ref _lastProblem, problem);
        var wasAway = before is not null && _wasAway;
        _wasAway = isAway;
        if (problem is not null && problem != before && !(isAway && wasAway))
        {
            Log.Unreachable(_logger, problem);
        }
        else if (problem is null && before is not null)
        {
            Log.Back(_logger, store.Address);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Problem}; jobs wait, and it is asked again until it answers")]
        public static partial void Unreachable(ILogger logger, string problem);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Store} answers again")]
        public static partial void Back(ILogger logger, string store);
    }
}
