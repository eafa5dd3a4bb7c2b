using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps.Scores;

/// <summary>
/// The board as of the last run that ended: every command and job that changes lives, speakers or scores is a run, so a look at the newest runs tells whether there is anything to read again. What somebody writes into the store by
/// other means is seen within ten minutes. While a new board is read, the old one answers; while the store is away, too.
/// </summary>
internal sealed class BoardCache(ScoreBoardReader reader, IRecordStore store, TimeProvider time) : IDisposable
{
    private const int LookedAt = 20;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReadAgain = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Entry? _entry;

    /// <summary>The board, and when it was read.</summary>
    /// <exception cref="StoreException">There is none yet, and the store does not answer.</exception>
    public async ValueTask<(ScoreBoard Board, DateTimeOffset ReadAt)> GetAsync(CancellationToken cancellationToken)
    {
        var entry = _entry;
        if (entry is not null && time.GetUtcNow() < entry.LookAt)
        {
            return (entry.Board, entry.ReadAt);
        }

        if (entry is not null && !await _reading.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return (entry.Board, entry.ReadAt); // Somebody looks already.
        }

        if (entry is null)
        {
            await _reading.WaitAsync(cancellationToken);
        }

        try
        {
            _entry = entry = await RefreshAsync(_entry, cancellationToken);
            return (entry.Board, entry.ReadAt);
        }
        catch (StoreException) when (entry is not null)
        {
            // /health/ready and the log say that the store is away; what was read before is still what was last known.
            _entry = entry with { LookAt = time.GetUtcNow() + LookAgain };
            return (entry.Board, entry.ReadAt);
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<Entry> RefreshAsync(Entry? before, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (before is not null && now < before.LookAt)
        {
            return before;
        }

        // Looked at first: a run that ends while the board is read is seen by the next look.
        var runs = string.Join(' ', await store.ReadAsync(Collections.Runs, new Query<Run> { Descending = true, Limit = LookedAt }, cancellationToken).Select(run => $"{run.Id} {run.Outcome}").ToListAsync(cancellationToken));
        if (before is not null && runs == before.Runs && now < before.ReadAt + ReadAgain)
        {
            return before with { LookAt = now + LookAgain };
        }

        var board = await reader.LoadAsync(cancellationToken);
        return new Entry(board, runs, now, now + LookAgain);
    }

    private sealed record Entry(ScoreBoard Board, string Runs, DateTimeOffset ReadAt, DateTimeOffset LookAt);
}
